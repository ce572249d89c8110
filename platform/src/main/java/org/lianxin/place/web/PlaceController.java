package org.lianxin.place.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.place.Resolution;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/place")
class PlaceController {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_FOUND = 20;

    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @GetMapping("/resolve")
    ResolutionView resolve(@RequestParam String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refused.of(400, "place.text-too-long", LONGEST_TEXT);
        }
        Resolution resolution = places.resolve(text);
        List<CandidateView> candidates = resolution.candidates().stream()
                .map(candidate -> CandidateView.of(candidate, places.get(candidate.code())))
                .toList();
        return new ResolutionView(candidates, resolution.total(), resolution.ambiguous());
    }

    @GetMapping("/divisions/{code}")
    DivisionView division(@PathVariable String code) {
        Division division = places.find(code).orElseThrow(Refused::missing);
        return DivisionView.of(division, places.listPast(code));
    }

    /** The divisions below {@code parent}, all of them; the provinces where none is named. */
    @GetMapping("/divisions")
    Slice<DivisionView> divisions(@RequestParam(required = false) @Nullable String parent) {
        if (parent == null) {
            return views(places.listProvinces());
        }
        Division above = places.find(parent).orElseThrow(Refused::missing);
        return views(places.listChildren(above.code()));
    }

    @GetMapping("/search")
    Slice<DivisionView> search(@RequestParam String q) {
        return views(places.search(q, MOST_FOUND));
    }

    private static Slice<DivisionView> views(List<Division> divisions) {
        return new Slice<>(
                divisions.stream()
                        .map(division -> DivisionView.of(division, List.of()))
                        .toList(),
                null);
    }
}

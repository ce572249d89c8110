package org.lianxin.warning.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.Answering;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Candidate;
import org.lianxin.place.Places;
import org.lianxin.place.Resolution;
import org.springframework.stereotype.Component;

/**
 * WA-08: which unit answers for an address. Never a guess: an address that is unknown, or may be in the areas of several units,
 * waits for a person. An ambiguous text whose candidates all lie with one unit goes to that unit.
 */
@Component
public class Routing {

    private static final String CENTRE = "anti-fraud-centre";
    private static final int FEW = 20;

    private final Places places;
    private final Units units;
    private final NearCandidates near;
    private final Remembered<Route> remembered = new Remembered<>(100_000);

    Routing(Places places, Units units) {
        this.near = new NearCandidates(places);
        this.places = places;
        this.units = units;
    }

    /** Where an address leads. */
    public sealed interface Route {
        /** @param centre that calls the person */
        record To(UnitRef unit, UnitRef centre, String placeCode, String placeName, String why) implements Route {}

        /** @param reason unknown, ambiguous, nobody, several or missing */
        record Unclear(String reason, List<Candidate> candidates) implements Route {}
    }

    public Route route(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return new Route.Unclear("missing", List.of());
        }
        return remembered.get(withoutDoor(address), this::resolve);
    }

    /**
     * WA-09: the centre that took the signal in calls the person, when it stands above the answering unit; otherwise the
     * nearest centre of the answering unit does.
     */
    public Route route(@Nullable String address, UnitRef receiver) {
        Route route = route(address);
        if (!(route instanceof Route.To to)) {
            return near.nearFirst(route, address, receiver);
        }
        return units.withDuty(receiver.id(), CENTRE)
                .filter(centre -> to.unit().path().isAtOrBelow(centre.path()))
                .<Route>map(centre -> new Route.To(to.unit(), centre, to.placeCode(), to.placeName(), to.why()))
                .orElse(to);
    }

    /** The route to a division that a person chose. */
    public Route routeTo(String divisionCode) {
        return places.find(divisionCode)
                .map(division -> answering(new Candidate(division.code(), division.fullName(), 1, "chosen")))
                .orElseGet(() -> new Route.Unclear("unknown", List.of()));
    }

    private Route resolve(String address) {
        Resolution found = places.resolve(address);
        if (found.candidates().isEmpty()) {
            return new Route.Unclear("unknown", List.of());
        }
        return found.ambiguous() ? common(found) : answering(found.candidates().getFirst());
    }

    /** All that are meant equally well must lie with one unit; what was not listed may lie elsewhere. */
    private Route common(Resolution found) {
        double best = found.candidates().getFirst().score();
        List<Candidate> equals =
                found.candidates().stream().filter(each -> each.score() >= best).toList();
        Set<UnitRef> answering = new LinkedHashSet<>();
        for (Candidate candidate : equals) {
            if (!(units.answeringFor(candidate.code()) instanceof Answering.By by)) {
                return new Route.Unclear("ambiguous", few(found));
            }
            answering.add(by.unit());
        }
        boolean allListed = equals.size() >= found.total();
        return allListed && answering.size() == 1
                ? to(answering.iterator().next(), equals.getFirst(), "all-candidates-one-unit")
                : new Route.Unclear("ambiguous", few(found));
    }

    private Route answering(Candidate candidate) {
        return switch (units.answeringFor(candidate.code())) {
            case Answering.By by -> to(by.unit(), candidate, candidate.why());
            case Answering.Nobody nobody -> new Route.Unclear("nobody", List.of(candidate));
            case Answering.Several several -> new Route.Unclear("several", List.of(candidate));
        };
    }

    private Route to(UnitRef unit, Candidate candidate, String why) {
        UnitRef centre = units.withDuty(unit.id(), CENTRE).orElse(unit);
        return new Route.To(unit, centre, candidate.code(), candidate.name(), why);
    }

    private static List<Candidate> few(Resolution found) {
        return found.candidates().stream().limit(FEW).toList();
    }

    /** Without house, stair and flat, which name no division: 明仁街道和平社区12号楼3单元 → 明仁街道和平社区. */
    static String withoutDoor(String address) {
        String text = address.strip();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                int end = i;
                while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '-')) {
                    end++;
                }
                boolean door = end < text.length() && "号栋幢楼室单".indexOf(text.charAt(end)) >= 0;
                if (door && i >= 4) {
                    return text.substring(0, i);
                }
                i = end;
            }
        }
        return text;
    }
}

package org.lianxin.warning.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Division;
import org.lianxin.place.DivisionLevel;
import org.lianxin.place.Places;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.episode.EpisodeRow;
import org.springframework.stereotype.Component;

/** Places as colleagues say them: county and street; with the city in front where the reader works for another. */
@Component
class PlaceNames {

    private final Places places;
    private final Units units;

    PlaceNames(Places places, Units units) {
        this.places = places;
        this.units = units;
    }

    /** Falls back to the full name where the code is not in use any more. */
    String shortName(Viewer viewer, EpisodeRow row) {
        String code = String.valueOf(row.placeCode());
        String full = String.valueOf(row.placeName());
        boolean near = isInCityOf(viewer, new UnitPath(row.unitPath()));
        return places.find(code).map(division -> said(division, near)).orElse(full);
    }

    private String said(Division division, boolean near) {
        DivisionLevel from = near ? DivisionLevel.COUNTY : DivisionLevel.CITY;
        List<String> names = Stream.concat(places.listAncestors(division.code()).stream(), Stream.of(division))
                .filter(each ->
                        each.level().compareTo(from) >= 0 && each.level().compareTo(DivisionLevel.STREET) <= 0)
                .map(Division::name)
                .toList();
        return names.isEmpty() ? division.name() : names.stream().collect(Collectors.joining());
    }

    private boolean isInCityOf(Viewer viewer, UnitPath unit) {
        UnitRef own = units.get(viewer.unitId());
        return Stream.concat(Stream.of(own), units.above(own.id()).stream())
                .filter(each -> each.level().equals("city"))
                .reduce((near, far) -> far)
                .map(city -> unit.isAtOrBelow(city.path()))
                .orElse(false);
    }
}

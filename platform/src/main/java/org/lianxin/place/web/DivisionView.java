package org.lianxin.place.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.place.Division;
import org.lianxin.place.DivisionLevel;
import org.lianxin.place.PastDivision;

/** A division as the screens show it; former names only where one division is asked for. */
record DivisionView(
        String code,
        String name,
        String fullName,
        DivisionLevel level,
        @Nullable String parent,
        List<FormerName> formerNames) {

    /** A name or code that this division took the place of. */
    record FormerName(String code, String name, int fromYear, int untilYear) {}

    static DivisionView of(Division division, List<PastDivision> past) {
        return new DivisionView(
                division.code(),
                division.name(),
                division.fullName(),
                division.level(),
                division.parentCode(),
                past.stream()
                        .map(one -> new FormerName(one.code(), one.name(), one.fromYear(), one.untilYear()))
                        .toList());
    }
}

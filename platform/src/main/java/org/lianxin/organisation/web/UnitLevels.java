package org.lianxin.organisation.web;

import java.util.Set;

/** The levels of the tree. */
final class UnitLevels {

    private static final Set<String> ALL =
            Set.of("ministry", "province", "city", "county", "station", "post", "partner");

    private UnitLevels() {}

    static String named(String level) {
        if (!ALL.contains(level)) {
            throw Fields.invalid("level");
        }
        return level;
    }
}

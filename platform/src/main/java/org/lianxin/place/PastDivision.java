package org.lianxin.place;

import java.util.List;

/**
 * A division of county level or above that no longer exists under this name or code (since 1981).
 *
 * @param code the six digits it had
 * @param name the name it had, such as 哲里木盟
 * @param fromYear the first year of this name and code
 * @param untilYear the year in which it ended
 * @param successors the codes in use today that took its place; more than one when it was divided
 */
public record PastDivision(String code, String name, int fromYear, int untilYear, List<String> successors) {
    public PastDivision {
        successors = List.copyOf(successors);
    }
}

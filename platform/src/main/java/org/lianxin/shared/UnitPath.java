package org.lianxin.shared;

import java.util.regex.Pattern;

/**
 * The place of a unit in the tree: its ancestors' codes and its own, each followed by a dot, for example
 * {@code 15.1505.150581.}. A unit lies below another exactly when its path begins with the other's; in a range of text
 * under collation C that is {@code >= path and < path.end()}.
 */
public record UnitPath(String value) {

    private static final Pattern FORM = Pattern.compile("(?:[0-9A-Za-z-]++\\.)++");

    public UnitPath {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a unit path: " + value);
        }
    }

    /** The first text after all paths that begin with this one. */
    public String end() {
        return value.substring(0, value.length() - 1) + "/";
    }

    public boolean isAtOrBelow(UnitPath other) {
        return value.startsWith(other.value);
    }

    public UnitPath child(String code) {
        return new UnitPath(value + code + ".");
    }

    @Override
    public String toString() {
        return value;
    }
}

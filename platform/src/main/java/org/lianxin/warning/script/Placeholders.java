package org.lianxin.warning.script;

import java.util.Map;

/** What a script leaves open until the call: as its writer calls it, and as pages know it. */
public final class Placeholders {

    static final String CODE = "核验码";
    static final String PAGE = "核验网页";

    private static final Map<String, String> NAMES = Map.of("单位", "unit", "劝阻员", "caller", CODE, "code", PAGE, "page");

    private Placeholders() {}

    static boolean isKnown(String name) {
        return NAMES.containsKey(name);
    }

    /** The text with the pages' names: {@code {unit}} for {@code {单位}}. */
    public static String forPages(String text) {
        String told = text;
        for (Map.Entry<String, String> each : NAMES.entrySet()) {
            told = told.replace("{" + each.getKey() + "}", "{" + each.getValue() + "}");
        }
        return told;
    }
}

package org.lianxin.warning.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** WA-02: columns that are not stored, whatever the source sends (decision 5). They are counted in the report. */
public final class StopList {

    private static final List<String> PARTS = List.of(
            "民族",
            "族别",
            "族裔",
            "种族",
            "宗教",
            "信仰",
            "教派",
            "信教",
            "政治面貌",
            "政治身份",
            "政治背景",
            "政治倾向",
            "党派",
            "党员",
            "党籍",
            "上访",
            "信访",
            "籍贯",
            "ethnic",
            "religio",
            "political",
            "partymember",
            "minzu",
            "zongjiao",
            "zhengzhimianmao");
    private static final Set<String> WHOLE =
            Set.of("race", "faith", "creed", "petition", "party", "nationality", "origin");

    private static final Pattern NO_WORD = Pattern.compile("[\\p{Z}\\p{C}\\p{P}\\p{S}]");

    private StopList() {}

    /** Whether a column of this header must not be stored. Spaces, signs, full width and case do not hide it. */
    public static boolean covers(String header) {
        String lower = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = NO_WORD.matcher(lower).replaceAll("");
        return WHOLE.contains(plain) || PARTS.stream().anyMatch(plain::contains);
    }
}

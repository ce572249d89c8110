package org.lianxin.warning.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianxin.warning.script.Section.Line;

/** What may be said aloud: SC-03 to SC-05. */
final class Speech {

    private static final Pattern VALUE = Pattern.compile("[{]([^{}]*)[}]");
    private static final int LONGEST = 160;

    /** A secret and, in the same clause, that we are to be told it. */
    private static final Pattern ASKS_FOR_SECRET = Pattern.compile(
            "(密码|验证码|卡号|身份证号)[^，。！？；：]{0,6}(告诉我|念给我|发给我|报给我|说给我|是多少)|(告诉我|念给我|发给我|报给我)[^，。！？；：]{0,8}(密码|验证码|卡号|身份证号)");

    private static final List<String> BLAMING = List.of("贪小便宜", "这么糊涂", "怎么会信", "怎么这么", "你怎么不");

    private Speech() {}

    static List<Flaw> flaws(Line said) {
        List<Flaw> flaws = new ArrayList<>();
        String text = said.text();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            flaws.add(Flaw.of(said.number(), "too-long", length, LONGEST));
        }
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            if (!Placeholders.isKnown(value.group(1))) {
                flaws.add(Flaw.of(said.number(), "unknown-value", value.group()));
            }
        }
        Matcher secret = ASKS_FOR_SECRET.matcher(text);
        if (secret.find()) {
            flaws.add(Flaw.of(said.number(), "asks-for-secret", secret.group()));
        }
        BLAMING.stream()
                .filter(text::contains)
                .findFirst()
                .ifPresent(word -> flaws.add(Flaw.of(said.number(), "blames", word)));
        return flaws;
    }
}

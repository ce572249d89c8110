package org.lianxin.warning.domain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Texts;

/** What somebody sent us by text: WA-35 and WA-28. */
public sealed interface TextReply {

    /**
     * A code to be checked.
     *
     * @param lastFour of the number that was called, where it is not the one that writes
     */
    record Code(String digits, @Nullable String lastFour) implements TextReply {}

    /** A wish to check, without a code. */
    record AskHow() implements TextReply {}

    /** Whatever a person writes otherwise. */
    record Words() implements TextReply {}

    /** No answer of a person to what was written: a machine's, or one that only wants no more of it. */
    record NoAnswer() implements TextReply {}

    Pattern CODE = Pattern.compile(
            "(?:核验码?|核实|HY)?[:：,，\\s]*([0-9]{3}[\\s-]?[0-9]{3})(?:[,，\\s]+([0-9]{4}))?[。.!！\\s]*",
            Pattern.CASE_INSENSITIVE);
    Pattern WISH = Pattern.compile("(?:核验码?|核实|HY)[?？。.!！\\s]*", Pattern.CASE_INSENSITIVE);
    Pattern MACHINE = Pattern.compile("自动回复|automatic reply|auto[- ]?reply", Pattern.CASE_INSENSITIVE);
    Set<String> NO_MORE = Set.of("T", "TD", "N", "STOP", "退订");

    static TextReply read(String text) {
        String plain = Texts.halfWidth(text).strip();
        Matcher code = CODE.matcher(plain);
        if (code.matches()) {
            return new Code(code.group(1), code.group(2));
        }
        if (WISH.matcher(plain).matches()) {
            return new AskHow();
        }
        boolean none =
                plain.isEmpty() || MACHINE.matcher(plain).find() || NO_MORE.contains(plain.toUpperCase(Locale.ROOT));
        return none ? new NoAnswer() : new Words();
    }
}

package org.lianxin.warning.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Fired;
import org.lianxin.warning.domain.ScamType;

/** Rules and what they saw, in the reader's language. */
final class RuleWords {

    private RuleWords() {}

    static String label(String rule) {
        String key = "warning.rule." + rule;
        return Words.say(key);
    }

    static String scam(String code) {
        String key = "warning.scam." + ScamType.ofCode(code).code();
        return Words.say(key);
    }

    /** A fact written by a version of the rules that this one cannot read is shown as it stands: one line never costs a list. */
    static String fact(Fired fired) {
        try {
            return readable(fired);
        } catch (DateTimeException | NumberFormatException e) {
            return fired.fact();
        }
    }

    private static String readable(Fired fired) {
        String key = "warning.fact." + fired.rule();
        return switch (fired.rule()) {
            case "TR-01" -> {
                String level = "warning.level." + fired.fact();
                yield Words.say(key, Words.say(level));
            }
            case "TR-02" -> age(key, fired.fact());
            case "TR-04" -> Words.say(key, yuan(fired.fact()));
            default -> Words.say(key, fired.fact());
        };
    }

    private static String age(String key, String duration) {
        long minutes = Duration.parse(duration).toMinutes();
        return minutes < 120 ? Words.say(key, minutes) : Words.say("warning.fact.hours", minutes / 60);
    }

    private static String yuan(String cents) {
        return String.format(Locale.ROOT, "¥%,d", Long.parseLong(cents) / 100);
    }
}

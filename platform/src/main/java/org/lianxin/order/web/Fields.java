package org.lianxin.order.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;

/** Checks what people fill in. */
final class Fields {

    private Fields() {}

    /** Something said in at most {@code longest} characters, without control characters other than line breaks. */
    static String text(String name, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || !isShortAndPlain(text, longest)) {
            throw Refused.of(422, "shared.invalid", name);
        }
        return text;
    }

    static @Nullable String maybeText(String name, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : text(name, value, longest);
    }

    private static boolean isShortAndPlain(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints()
                        .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw Refused.of(422, "shared.invalid", name);
        }
        return value;
    }

    /** A time that PostgreSQL and people can handle, to the microsecond. */
    static Instant time(String name, @Nullable Instant value) {
        Instant time = given(name, value).truncatedTo(ChronoUnit.MICROS);
        if (time.isBefore(Instant.parse("2000-01-01T00:00:00Z"))
                || time.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
            throw Refused.of(422, "shared.invalid", name);
        }
        return time;
    }
}

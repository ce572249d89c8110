package org.lianxin.organisation.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;

/** What was filled in, or a refusal that names the field. */
final class Fields {

    private Fields() {}

    static String text(@Nullable String value, String field, int most) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field);
        }
        return text;
    }

    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw invalid(field);
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    static <E extends Enum<E>> E one(Class<E> type, @Nullable String value, String field) {
        try {
            return Enum.valueOf(type, given(value, field).strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid(field);
        }
    }

    static Refused invalid(String field) {
        return Refused.of(422, "shared.invalid", field);
    }
}

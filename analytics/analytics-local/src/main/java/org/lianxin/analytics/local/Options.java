package org.lianxin.analytics.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;

/** What follows a command: names with any number of values. A time without offset is one of Shanghai. */
public final class Options {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, List<String>> values;

    private Options(Map<String, List<String>> values) {
        this.values = values;
    }

    static Options of(List<String> arguments) {
        var values = new LinkedHashMap<String, List<String>>();
        List<String> current = null;
        for (String argument : arguments) {
            if (argument.startsWith("--") && argument.length() > 2) {
                int equals = argument.indexOf('=');
                String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
                current = values.computeIfAbsent(name, fresh -> new ArrayList<>());
                if (equals >= 0) {
                    current.add(argument.substring(equals + 1));
                }
            } else if (current == null) {
                throw new EvidenceProblem("option", "%s stands alone. Options begin with --.".formatted(argument));
            } else {
                current.add(argument);
            }
        }
        return new Options(values);
    }

    /** These options, one of them with another value. */
    Options with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value));
        return new Options(changed);
    }

    /** Whether it was given, with a value or without. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Its one value, if it was given. */
    public Optional<String> find(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (has(name) && given.size() != 1) {
            throw new EvidenceProblem("option", "--%s takes one value.".formatted(name));
        }
        return given.stream().findFirst();
    }

    /** Its one value; {@link EvidenceProblem} if it is missing. */
    public String get(String name) {
        return find(name).orElseThrow(() -> new EvidenceProblem("option", "--%s is missing.".formatted(name)));
    }

    /** Null if none is asked for. */
    @Nullable
    String currency() {
        return find("currency").orElse(null);
    }

    /** Its one value as a file or folder. */
    public Path path(String name) {
        return Path.of(get(name));
    }

    /** All its values as files; none if it was not given. */
    public List<Path> paths(String name) {
        return values.getOrDefault(name, List.of()).stream().map(Path::of).toList();
    }

    int number(String name, int otherwise) {
        return find(name)
                .map(text -> {
                    try {
                        return Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        throw new EvidenceProblem("option", "--%s %s is no whole number.".formatted(name, text));
                    }
                })
                .orElse(otherwise);
    }

    Duration duration(String name, Duration otherwise) {
        return find(name)
                .map(text -> {
                    try {
                        return text.contains("T")
                                ? Duration.parse(text)
                                : Duration.parse(text.replaceFirst("^P(\\d+)W$", "P$1DT0H"));
                    } catch (DateTimeParseException e) {
                        throw new EvidenceProblem(
                                "option", "--%s %s is no duration such as PT24H or P7D.".formatted(name, text));
                    }
                })
                .orElse(otherwise);
    }

    Instant moment(String name, Instant otherwise) {
        return find(name).map(text -> moment(name, text, false)).orElse(otherwise);
    }

    /** A day means its end, as in "until the 31st". */
    Instant end(String name, Instant otherwise) {
        return find(name).map(text -> moment(name, text, true)).orElse(otherwise);
    }

    static Instant moment(String name, String given, boolean end) {
        String text = given.strip().replace(' ', 'T');
        try {
            if (text.length() <= 10) {
                var day = LocalDate.parse(text);
                return (end ? day.plusDays(1) : day).atStartOfDay(SHANGHAI).toInstant();
            }
            boolean offset = text.endsWith("Z") || text.substring(11).matches(".*[+-].*");
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
        } catch (DateTimeParseException e) {
            throw new EvidenceProblem(
                    "option", "--%s %s is no time such as 2026-03-01 or 2026-03-01T08:00:00.".formatted(name, given));
        }
    }
}

package org.lianxin.analytics.local.chart;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;

/** What a page was asked for, from its address. */
final class Asked {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final String path;
    private final TreeMap<String, String> values = new TreeMap<>();

    Asked(URI address) {
        path = address.getPath();
        @Nullable String query = address.getRawQuery();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new EvidenceProblem("question", text);
        }
    }

    String path() {
        return path;
    }

    String get(String name) {
        return values.getOrDefault(name, "").strip();
    }

    int number(String name, int otherwise) {
        String text = get(name);
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new EvidenceProblem("question", text);
        }
    }

    Words words() {
        return Words.of(get("lang"));
    }

    /** The theme belongs to the seat, not to the clock. */
    boolean isNight() {
        return get("theme").equals("night");
    }

    View view() {
        try {
            String until = get("until");
            var moment = until.isEmpty()
                    ? Instant.MAX
                    : LocalDateTime.parse(until.replace(' ', 'T'))
                            .atZone(SHANGHAI)
                            .toInstant();
            return new View(number("per-layer", View.WHOLE.perLayer()), moment);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new EvidenceProblem("question", get("until") + " " + get("per-layer"));
        }
    }

    /** What links keep: how much is drawn, until when, in which language, by day or night. */
    Map<String, String> kept() {
        var kept = new TreeMap<String, String>();
        kept.put("per-layer", Integer.toString(view().perLayer()));
        kept.put("until", get("until"));
        kept.put("lang", words().language());
        kept.put("theme", isNight() ? "night" : "day");
        return kept;
    }

    /** {@link #kept()} as the end of an address. */
    String state() {
        return kept().entrySet().stream()
                .map(entry -> "&" + entry.getKey() + "=" + Svg.encode(entry.getValue()))
                .collect(Collectors.joining());
    }

    /** This page with one thing changed. */
    String here(String name, String value) {
        var changed = new TreeMap<>(values);
        changed.putAll(kept());
        changed.put(name, value);
        return path
                + changed.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + Svg.encode(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}

package org.lianxin.analytics.local.chart;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;

/** What a page was asked for, from its address. */
final class Asked {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, String> values = new HashMap<>();

    Asked(@Nullable String query) {
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

    /** What links keep: how much is drawn, until when, in which language. */
    String state() {
        return state(words().language());
    }

    String state(String language) {
        return "&per-layer=" + view().perLayer() + "&until=" + Svg.encode(get("until")) + "&lang=" + language;
    }
}

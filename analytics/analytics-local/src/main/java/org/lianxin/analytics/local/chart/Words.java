package org.lianxin.analytics.local.chart;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.TraceRule;

/** What the chart says, in Chinese or English. */
public final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Properties sentences = new Properties();
    private final String language;

    private Words(String language) {
        this.language = language;
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("words_" + language + ".properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English if asked for, Chinese otherwise. */
    public static Words of(String language) {
        return new Words(language.startsWith("en") ? "en" : "zh");
    }

    String language() {
        return language;
    }

    String say(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("There is no sentence %s in %s".formatted(key, language));
        }
        return new MessageFormat(sentence, Locale.ROOT).format(values);
    }

    /** A box of the chart. */
    String box(String key) {
        if (key.equals(Flows.CASH)) {
            return say("chart.cash");
        }
        return key.startsWith("@") ? say("chart.rest", Integer.parseInt(key, 1, key.length(), 10)) : key;
    }

    /** By which rule money is shared out. */
    public String rule(TraceRule rule) {
        return say("rule." + rule.name().toLowerCase(Locale.ROOT));
    }

    String direction(Direction direction) {
        return say("direction." + direction.name().toLowerCase(Locale.ROOT));
    }

    /** In days from two days on, otherwise in hours, minutes and seconds; parts that are nothing are left out. */
    public String duration(Duration duration) {
        var parts = new ArrayList<String>();
        long days = duration.toDays() < 2 ? 0 : duration.toDays();
        part("days", days, parts);
        part("hours", duration.toHours() - 24 * days, parts);
        part("minutes", duration.toMinutesPart(), parts);
        part("seconds", duration.toSecondsPart(), parts);
        return parts.isEmpty() ? say("duration.seconds", 0) : String.join(" ", parts);
    }

    private void part(String unit, long count, List<String> parts) {
        if (count != 0) {
            parts.add(say("duration." + unit, count));
        }
    }

    static String yuan(long cents) {
        return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }
}

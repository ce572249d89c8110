package org.lianxin.warning.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianxin.shared.Texts;

/** WA-03: times as sources write them. Without an offset they are Asia/Shanghai (decision 10). */
public final class SourceTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Clocks of sources may run ahead by this much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Later than this, a year in a source is no year that was meant. */
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?"
                    + "(?:[\\sT]*(上午|下午|AM|PM)?\\s*(\\d{1,2})\\s*[:时点]\\s*(\\d{1,2})\\s*分?(?:\\s*[:：]?\\s*(\\d{1,2})(?:[.,]\\d{1,9})?\\s*秒?)?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[\\sT]*(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final Pattern OFFSET = Pattern.compile(".*\\d{2}.*(?:Z|[+-]\\d{2}:?\\d{2})$");
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

    private SourceTime() {}

    /** The moment written in {@code text}; empty when it is in none of the forms we know. */
    public static Optional<Instant> find(String text) {
        String plain = Texts.halfWidth(text).strip();
        if (plain.length() > 40) {
            return Optional.empty();
        }
        try {
            if (plain.length() == 20 && plain.charAt(10) == 'T' && plain.charAt(19) == 'Z') {
                return Optional.of(Instant.parse(plain));
            }
            if (plain.length() > 16 && OFFSET.matcher(plain).matches()) {
                String iso = plain.replace(' ', 'T').replaceAll("([+-]\\d{2})(\\d{2})$", "$1:$2");
                return Optional.of(micros(OffsetDateTime.parse(iso).toInstant()))
                        .filter(time -> time.isBefore(LATEST));
            }
            return local(plain).map(time -> time.atZone(ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private static Optional<LocalDateTime> local(String plain) {
        Matcher compact = COMPACT.matcher(plain);
        if (compact.matches()) {
            return Optional.of(LocalDateTime.of(
                    number(compact, 1),
                    number(compact, 2),
                    number(compact, 3),
                    number(compact, 4),
                    number(compact, 5),
                    number(compact, 6)));
        }
        if (SERIAL.matcher(plain).matches()) {
            return Optional.of(serial(new BigDecimal(plain)));
        }
        Matcher written = WRITTEN.matcher(plain);
        return written.matches() ? Optional.of(written(written)) : Optional.empty();
    }

    private static LocalDateTime written(Matcher m) {
        int hour = number(m, 5);
        String half = m.group(4);
        boolean afternoon = half != null && (half.equals("下午") || half.equals("PM"));
        int hourOfDay = afternoon && hour < 12 ? hour + 12 : hour;
        return LocalDateTime.of(number(m, 1), number(m, 2), number(m, 3), hourOfDay, number(m, 6), number(m, 7));
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** A day number of a spreadsheet's 1900 system, with its fraction rounded to whole seconds. */
    private static LocalDateTime serial(BigDecimal days) {
        long seconds = days.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return EPOCH_1900.atStartOfDay().plusSeconds(seconds);
    }

    /** Whether a source cannot have seen this yet. */
    public static boolean isFuture(Instant time, Instant now) {
        return time.isAfter(now.plus(AHEAD));
    }

    /** The latest year in which the same day and time is not in the future: what was probably meant. */
    public static int yearMeant(Instant time, Instant now) {
        var local = time.atZone(ZONE);
        int year = Math.min(local.getYear(), now.atZone(ZONE).getYear());
        return isFuture(local.withYear(year).toInstant(), now) ? year - 1 : year;
    }
}

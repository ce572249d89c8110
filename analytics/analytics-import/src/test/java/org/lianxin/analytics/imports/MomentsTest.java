package org.lianxin.analytics.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick reading of {@code yyyy-MM-dd HH:mm:ss} against the calendar of the library. */
class MomentsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void readsEveryDayOfTheCalendarAndNoOther() {
        var random = new Random(4);
        int days = 0;
        for (int i = 0; i < 100_000; i++) {
            int year = 1980 + random.nextInt(225);
            int month = random.nextInt(14);
            int day = random.nextInt(34);
            int hour = random.nextInt(26);
            int minute = random.nextInt(61);
            int second = random.nextInt(61);
            byte[] text = "%04d-%02d-%02d %02d:%02d:%02d"
                    .formatted(year, month, day, hour, minute, second)
                    .getBytes(StandardCharsets.US_ASCII);
            long expected = expected(year, month, day, hour, minute, second);
            assertThat(Moments.parse(text, 0, text.length))
                    .as(new String(text, StandardCharsets.US_ASCII))
                    .isEqualTo(expected);
            days += expected == Moments.UNREADABLE ? 0 : 1;
        }
        assertThat(days).isGreaterThan(50_000);
    }

    @Test
    void readsNoTimeWhereAByteIsNoDigit() {
        var random = new Random(5);
        byte[] time = "2026-03-31 08:09:10".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = time.clone();
            int at = random.nextInt(text.length);
            byte odd = (byte) random.nextInt(256);
            if (text[at] >= '0' && text[at] <= '9' && odd >= 'A' && odd <= 'Z' && odd != 'T' && odd != 'Z') {
                text[at] = odd;
                assertThat(Moments.parse(text, 0, text.length))
                        .as(new String(text, StandardCharsets.ISO_8859_1))
                        .isEqualTo(Moments.UNREADABLE);
            }
        }
    }

    private static long expected(int year, int month, int day, int hour, int minute, int second) {
        try {
            return year >= 2200
                    ? Moments.UNREADABLE
                    : LocalDateTime.of(year, month, day, hour, minute, second)
                            .atZone(SHANGHAI)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException e) {
            return Moments.UNREADABLE;
        }
    }
}

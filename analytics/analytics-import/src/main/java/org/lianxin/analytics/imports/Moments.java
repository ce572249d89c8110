package org.lianxin.analytics.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Times as banks write them, to epoch milliseconds. Without an offset a time is one of Shanghai. */
final class Moments {
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long SHANGHAI_MILLIS = 8 * 3_600_000L;
    private static final int[] CENTURY_CHECK = {1900, 2200};
    private static final int FIXED_OFFSET_SINCE = 1992;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Moments() {}

    /** Reads {@code 2026-01-02 03:04:05} quickly and all other forms thoroughly. */
    static long parse(byte[] text, int start, int end) {
        if (end - start == 19 && text[start + 4] == '-' && text[start + 13] == ':' && text[start + 16] == ':') {
            int year = digits(text, start, 4);
            int month = digits(text, start + 5, 2);
            int day = digits(text, start + 8, 2);
            int hour = digits(text, start + 11, 2);
            int minute = digits(text, start + 14, 2);
            int second = digits(text, start + 17, 2);
            if (isYear(year) && isDay(year, month, day) && isTimeOfDay(hour, minute, second)) {
                long seconds = hour * 3600L + minute * 60L + second;
                return epochDay(year, month, day) * 86_400_000L + seconds * 1000L - SHANGHAI_MILLIS;
            }
        }
        return parseAnyForm(new String(text, start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Since then Shanghai has kept one offset. */
    private static boolean isYear(int year) {
        return year >= FIXED_OFFSET_SINCE && year < CENTURY_CHECK[1];
    }

    private static boolean isTimeOfDay(int hour, int minute, int second) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    }

    private static boolean isDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leapDay = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= DAYS[month - 1] + (leapDay ? 1 : 0);
    }

    /** Strongly negative if one of them is no digit. */
    private static int digits(byte[] text, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1_000_000;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    private static long parseAnyForm(String raw) {
        String text = raw.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return digitsOnly(text);
        }
        try {
            boolean bareDay = text.length() > 8 && text.substring(0, 8).chars().allMatch(c -> c >= '0' && c <= '9');
            return new Scanner(bareDay ? dashed(text) : text).moment();
        } catch (DateTimeException | NumberFormatException e) {
            return UNREADABLE;
        }
    }

    private static long digitsOnly(String text) {
        try {
            return switch (text.length()) {
                case 10 -> Long.parseLong(text) * 1000;
                case 13 -> Long.parseLong(text);
                case 8 -> new Scanner(spread(text + "000000")).moment();
                case 12 -> new Scanner(spread(text + "00")).moment();
                case 14 -> new Scanner(spread(text)).moment();
                case 17 -> new Scanner(spread(text.substring(0, 14)) + "." + text.substring(14)).moment();
                default -> UNREADABLE;
            };
        } catch (DateTimeException e) {
            return UNREADABLE;
        }
    }

    private static String dashed(String text) {
        return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
    }

    private static String spread(String digits) {
        return dashed(digits.substring(0, 8)) + " " + digits.substring(8, 10) + ":" + digits.substring(10, 12) + ":"
                + digits.substring(12, 14);
    }

    private static long inShanghai(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant().toEpochMilli();
    }

    /** Numbers with anything between them: year, month, day, hour, minute, second, fraction, offset. */
    private static final class Scanner {
        private final String text;
        private int at;

        private Scanner(String text) {
            this.text = text;
        }

        private long moment() {
            int year = number(4);
            skipTo("-/.年 ");
            int month = number(2);
            skipTo("-/.月 ");
            var date = LocalDate.of(year, month, number(2));
            skipAll("日T ");
            if (year < CENTURY_CHECK[0] || year >= CENTURY_CHECK[1]) {
                throw new DateTimeException("a year " + year);
            }
            if (at == text.length()) {
                return inShanghai(date.atStartOfDay());
            }
            if (at + 6 <= text.length() && text.substring(at, at + 6).chars().allMatch(Character::isDigit)) {
                return inShanghai(date.atTime(number(2), number(2), number(2)));
            }
            return withTime(date);
        }

        private long withTime(LocalDate date) {
            int hour = number(2);
            skipTo(":时點点.");
            int minute = number(2);
            int second = 0;
            if (at < text.length() && ":分.".indexOf(text.charAt(at)) >= 0) {
                at++;
                second = at < text.length() ? number(2) : 0;
            }
            skipAll("秒");
            var local = date.atTime(hour, minute, second).plusNanos(fraction());
            skipAll(" ");
            if (at == text.length()) {
                return inShanghai(local);
            }
            String offset = text.substring(at);
            return local.toInstant(ZoneOffset.of(offset.matches("[+-]\\d{1,2}") ? padded(offset) : offset))
                    .toEpochMilli();
        }

        private static String padded(String offset) {
            return offset.length() == 2 ? offset.charAt(0) + "0" + offset.charAt(1) : offset;
        }

        private long fraction() {
            if (at == text.length() || ".,".indexOf(text.charAt(at)) < 0) {
                return 0;
            }
            at++;
            int from = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            String digits = text.substring(from, Math.min(at, from + 9));
            return Long.parseLong(digits + "0".repeat(9 - digits.length()));
        }

        private int number(int most) {
            int from = at;
            while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            return Integer.parseInt(text.substring(from, at));
        }

        private void skipTo(String one) {
            if (at == text.length() || one.indexOf(text.charAt(at)) < 0) {
                throw new DateTimeException("unexpected form");
            }
            at++;
        }

        private void skipAll(String any) {
            while (at < text.length() && any.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}

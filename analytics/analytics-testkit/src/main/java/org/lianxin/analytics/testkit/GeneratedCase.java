package org.lianxin.analytics.testkit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * An invented case of any size: ordinary payments with a few very busy accounts, and rings through which the money of
 * victims runs in layers within hours to be taken out as cash. The same seed gives the same bytes.
 *
 * @param rows transfers in all
 * @param accounts ordinary accounts
 * @param rings planted, each with {@link #VICTIMS} victims
 */
public record GeneratedCase(long rows, int accounts, int rings, long seed) {
    /** Victims of each ring. */
    public static final int VICTIMS = 5;

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 60;
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String HEADER =
            "transaction id,from account,to account,time,amount,currency,channel,balance after,remark\n";
    private static final String[] CHANNELS = {"手机银行", "网银", "POS", "快捷支付", "柜面"};

    /** Writes transfers.csv, logins.csv, accounts.csv, calls.csv and victims.csv (the seeds) into the folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out = open(folder.resolve("transfers.csv"));
                var logins = open(folder.resolve("logins.csv"));
                var victims = open(folder.resolve("victims.csv"));
                var holders = open(folder.resolve("accounts.csv"));
                var calls = open(folder.resolve("calls.csv"))) {
            put(out, HEADER);
            put(logins, "account,login time,ip,device\n");
            put(victims, "transaction id,amount\n");
            put(holders, "account,holder id,phone,opened\n");
            put(calls, "caller,callee,call time,duration\n");
            var files = new Outputs(out, logins, victims, holders, calls);
            var random = new SplittableRandom(seed);
            long planted = 0;
            long every = rings == 0 ? Long.MAX_VALUE : Math.max(1, rows / (rings + 1));
            int ring = 0;
            var line = new StringBuilder();
            for (long row = 0; row + planted < rows; row++) {
                if (ring < rings && row % every == every - 1) {
                    planted += new Ring(ring++, random, files).write();
                }
                ordinary(row, random, line);
                put(out, line);
            }
            for (int i = 0; i < rows / 10; i++) {
                put(
                        logins,
                        account(busy(random)) + "," + FORM.format(moment(random)) + ",10." + random.nextInt(250) + "."
                                + random.nextInt(250) + "." + random.nextInt(250) + ",D" + random.nextInt(accounts * 4)
                                + "\n");
            }
        }
    }

    private void ordinary(long row, SplittableRandom random, StringBuilder line) {
        int from = busy(random);
        int to = busy(random);
        line.setLength(0);
        line.append("T")
                .append(100_000_000_000L + row)
                .append(',')
                .append(account(from))
                .append(',');
        boolean cash = random.nextInt(50) == 0;
        if (!cash) {
            line.append(account(to));
        }
        line.append(',');
        appendTime(line, START.getEpochSecond() + 8 * 3600 + random.nextLong(DAYS * 86_400L));
        long cents = 1 + (long) Math.exp(random.nextDouble() * 14);
        line.append(',')
                .append(cents / 100)
                .append('.')
                .append((char) ('0' + cents / 10 % 10))
                .append((char) ('0' + cents % 10));
        line.append(",CNY,")
                .append(cash ? "ATM" : CHANNELS[random.nextInt(CHANNELS.length)])
                .append(",,\n");
    }

    /** A few accounts do much, most do little. */
    private int busy(SplittableRandom random) {
        double u = random.nextDouble();
        return (int) (accounts * u * u * u);
    }

    private static String account(int number) {
        return "62220" + (10_000_000_000_0L + number * 7919L);
    }

    private static Instant moment(SplittableRandom random) {
        return START.plusSeconds(random.nextLong(DAYS * 86_400L));
    }

    /** Seconds are local already. */
    private static void appendTime(StringBuilder line, long localSeconds) {
        var time = LocalDateTime.ofEpochSecond(localSeconds, 0, java.time.ZoneOffset.UTC);
        line.append(time.getYear()).append('-');
        two(line, time.getMonthValue()).append('-');
        two(line, time.getDayOfMonth()).append(' ');
        two(line, time.getHour()).append(':');
        two(line, time.getMinute()).append(':');
        two(line, time.getSecond());
    }

    private static StringBuilder two(StringBuilder line, int value) {
        return line.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    private static void put(OutputStream out, CharSequence text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private record Outputs(
            OutputStream transfers,
            OutputStream logins,
            OutputStream victims,
            OutputStream holders,
            OutputStream calls) {}

    /** Victims pay into two accounts, these into four, these into eight, and there the money is taken out. */
    private static final class Ring {
        private final int number;
        private final SplittableRandom random;
        private final Outputs files;
        private int transfers;

        private Ring(int number, SplittableRandom random, Outputs files) {
            this.number = number;
            this.random = random;
            this.files = files;
        }

        private int write() throws IOException {
            Instant start = moment(random).minusSeconds(2 * 86_400);
            for (int victim = 0; victim < VICTIMS; victim++) {
                Instant paid = start.plusSeconds(60L + 600L * victim);
                long cents = 1_000_00 + random.nextLong(50_000_00);
                String id = transfer("V" + number + "-" + victim, member(0, victim % 2), paid, cents, "手机银行");
                put(files.victims, id + "," + cents / 100 + "." + two(new StringBuilder(), (int) (cents % 100)) + "\n");
                call(victim, paid);
                long half = cents / 2;
                for (int branch = 0; branch < 2; branch++) {
                    int second = victim % 2 * 2 + branch;
                    long part = branch == 0 ? half : cents - half;
                    transfer(member(0, victim % 2), member(1, second), paid.plusSeconds(120), part, "网银");
                    transfer(member(1, second), member(2, second * 2), paid.plusSeconds(400), part, "网银");
                    transfer(member(2, second * 2), "", paid.plusSeconds(900), part, "ATM");
                }
            }
            for (int layer = 0; layer < 3; layer++) {
                for (int i = 0; i < 2 << layer; i++) {
                    member(layer, i, start);
                }
            }
            circle(3, start.plusSeconds(20_000), -600);
            circle(4, start.plusSeconds(20_000), 600);
            return transfers;
        }

        /** Log-in and holder: the accounts of the last layer are one person's, opened in two weeks, used on the ring's device. */
        private void member(int layer, int i, Instant start) throws IOException {
            String device = FORM.format(start) + ",172." + (16 + number / 250) + "." + number % 250 + "." + layer + ",R"
                    + number;
            put(files.logins, member(layer, i) + "," + device + "\n");
            String holder = layer == 2 ? "K" + number : "H" + number + "-" + layer + "-" + i;
            Instant opened = start.minusSeconds(86_400L * (10 + i));
            put(
                    files.holders,
                    member(layer, i) + "," + holder + "," + phone(layer, i) + "," + FORM.format(opened) + "\n");
        }

        private String phone(int layer, int i) {
            return "170%06d%d%d".formatted(number, layer, i);
        }

        /** Three accounts pay each other in a circle, so many seconds from one payment to the next. */
        private void circle(int layer, Instant from, long step) throws IOException {
            for (int i = 0; i < 3; i++) {
                transfer(member(layer, i), member(layer, (i + 1) % 3), from.plusSeconds(step * i), 8_888_00, "网银");
            }
        }

        private void call(int victim, Instant paid) throws IOException {
            put(
                    files.calls,
                    phone(0, victim % 2) + ",139%06d%02d,".formatted(number, victim)
                            + FORM.format(paid.minusSeconds(600)) + ",00:08:20\n");
        }

        private String member(int layer, int index) {
            return "62280%06d%d%03d".formatted(number, layer, index);
        }

        private String transfer(String from, String to, Instant time, long cents, String channel) throws IOException {
            String id = "R%06d-%03d".formatted(number, transfers++);
            put(
                    files.transfers,
                    id + "," + from + "," + to + "," + FORM.format(time) + "," + cents / 100 + "."
                            + two(new StringBuilder(), (int) (cents % 100)) + ",CNY," + channel + ",,\n");
            return id;
        }
    }
}

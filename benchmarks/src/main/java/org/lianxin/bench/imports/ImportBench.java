package org.lianxin.bench.imports;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianxin.bench.Goal;
import org.lianxin.bench.Machine;
import org.lianxin.bench.Options;
import org.lianxin.bench.Table;
import org.lianxin.bench.city.Settlement;
import org.lianxin.bench.instance.Scratch;
import org.lianxin.bench.instance.ServiceProcess;
import org.lianxin.bench.load.CpuMeter;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 112,457 rows, once with times of the past half year and once with times of the last two days; then the same file again. */
public final class ImportBench {

    private static final int ROWS = 112_457;
    private static final double OLD_SECONDS = 60;
    private static final double RECENT_SECONDS = 120;
    private static final Duration TWO_DAYS = Duration.ofHours(47);
    private static final List<String> OUTCOMES = List.of("accepted", "merged", "history", "rejected");

    /** What a repetition must not add to. Alarms come by themselves while the benchmark runs. */
    private static final Map<String, String> COUNTED = Map.of(
            "signals", "warning.signal",
            "contents", "warning.signal_content",
            "episodes", "warning.episode",
            "search tokens", "warning.search_token",
            "orders", "\"order\".orders WHERE kind <> 'alarm'",
            "first messages", "notification.message WHERE template = 'warning.sms.first'");

    private final ServiceProcess service;
    private final String cookie;
    private final PrintStream out;
    private final Table table = new Table(
            "workbook",
            "rows",
            "MB",
            "dry run s",
            "writing s",
            "together s",
            "rows/s",
            "accepted",
            "merged",
            "history",
            "rejected",
            "duplicate",
            "steps of progress",
            "cpu service s",
            "cpu postgres s");
    private final List<Goal> goals = new ArrayList<>();
    private boolean isSound = true;

    private ImportBench(ServiceProcess service, String cookie, PrintStream out) {
        this.service = service;
        this.cookie = cookie;
        this.out = out;
    }

    public static boolean run(Options options, PrintStream out) {
        int rows = options.number("rows", options.has("quick") ? ROWS / 10 : ROWS);
        long seed = options.number("seed", 1);
        String times = options.get("times", "both");
        try (Scratch scratch = Scratch.create(options, "import")) {
            Machine.print(out, seed, scratch.folder());
            try (ServiceProcess service = ServiceProcess.start(options, scratch.folder(), "import.jfr")) {
                String cookie = Settlement.settle(service.owner(), 1)
                        .clerks()
                        .getFirst()
                        .cookie();
                ImportBench bench = new ImportBench(service, cookie, out);
                if (!times.equals("recent")) {
                    bench.measure(
                            "old times",
                            new HalfYear(seed, 0, rows, Duration.ofDays(10), Duration.ofDays(181)),
                            OLD_SECONDS);
                }
                if (!times.equals("old")) {
                    bench.measure(
                            "last two days", new HalfYear(seed, rows, rows, Duration.ZERO, TWO_DAYS), RECENT_SECONDS);
                }
                return bench.result();
            }
        }
    }

    private void measure(String name, HalfYear halfYear, double goalSeconds) {
        byte[] workbook = halfYear.workbook(Instant.now());
        double seconds = importOnce(name, workbook);
        goals.add(Goal.atMost("seconds for " + halfYear.rows() + " rows, " + name, seconds, goalSeconds));
        Map<String, Long> before = counts();
        importOnce(name + ", again", workbook);
        Map<String, Long> after = counts();
        boolean same = before.equals(after);
        isSound &= same;
        out.println((same ? "ok      the same file again changes nothing: " : "WRONG   the same file again: ")
                + before
                + (same ? "" : " became " + after));
    }

    private double importOnce(String name, byte[] workbook) {
        CpuMeter process = new CpuMeter(service.pid());
        CpuMeter database = new CpuMeter(service.postgresPid());
        double processBefore = process.ownSeconds();
        double databaseBefore = database.familySeconds();
        TreeSet<Integer> progress = new TreeSet<>();
        try (ImportApi api = new ImportApi(service.url(), cookie)) {
            long begun = System.nanoTime();
            String id = api.upload(name + ".xlsx", workbook);
            JsonNode dry =
                    api.await(id, state -> progress.add(state.path("processed").asInt(0)));
            expect(dry, "dry-run-done");
            double dryRun = (System.nanoTime() - begun) / 1e9;
            api.confirm(id);
            JsonNode done =
                    api.await(id, state -> progress.add(state.path("processed").asInt(0)));
            double together = (System.nanoTime() - begun) / 1e9;
            expect(done, "done");
            checkEquation(name, done);
            int rows = done.required("rows").asInt();
            table.row(
                    name,
                    Integer.toString(rows),
                    decimal(workbook.length / 1e6),
                    decimal(dryRun),
                    decimal(together - dryRun),
                    decimal(together),
                    "%.0f".formatted(rows / together),
                    text(done, "accepted"),
                    text(done, "merged"),
                    text(done, "history"),
                    text(done, "rejected"),
                    text(done, "duplicate"),
                    Integer.toString(progress.size()),
                    decimal(process.ownSeconds() - processBefore),
                    decimal(database.familySeconds() - databaseBefore));
            return together;
        }
    }

    private static void expect(JsonNode state, String wanted) {
        if (!state.required("state").stringValue().equals(wanted)) {
            throw new IllegalStateException("the import is not " + wanted + " but: " + state);
        }
    }

    /** Nothing is lost: every row read became exactly one of the four. */
    private void checkEquation(String name, JsonNode done) {
        int sum =
                OUTCOMES.stream().mapToInt(each -> done.required(each).asInt()).sum();
        int rows = done.required("rows").asInt();
        isSound &= sum == rows;
        out.println((sum == rows ? "ok      " : "WRONG   ") + name + ": accepted + merged + history + rejected = " + sum
                + ", rows read = " + rows);
    }

    private Map<String, Long> counts() {
        JdbcClient jdbc = JdbcClient.create(service.owner());
        Map<String, Long> counts = new TreeMap<>();
        COUNTED.forEach((name, from) -> counts.put(
                name,
                jdbc.sql("SELECT count(*) FROM " + from)
                        .query((row, n) -> row.getLong(1))
                        .single()));
        return counts;
    }

    private boolean result() {
        table.print(out);
        out.printf(
                "memory at its peak: service %d MB%n", new CpuMeter(service.pid()).peakResidentBytes() / (1024 * 1024));
        goals.forEach(each -> each.print(out));
        return isSound && goals.stream().allMatch(Goal::isMet);
    }

    private static String text(JsonNode state, String field) {
        return Integer.toString(state.required(field).asInt());
    }

    private static String decimal(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }
}

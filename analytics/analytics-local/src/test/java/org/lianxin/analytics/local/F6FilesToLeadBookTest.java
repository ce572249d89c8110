package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.lianxin.analytics.testkit.PlantedRings;

/** Story F6, small: the files of a case with planted rings, one command, and the lead book lies there. */
class F6FilesToLeadBookTest extends CommandLine {
    private static final int RINGS = 4;
    private static final Pattern STREAM =
            Pattern.compile("/Length (\\d+) /Filter /FlateDecode >>\nstream\n", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<([0-9A-F]*)> Tj");
    private static final Pattern TRANSFER =
            Pattern.compile(" *(\\S+ \\S+)  (\\S+)  (\\S+) → (\\S+)  ([\\d,.]+)  ([\\d,.]+)  transfers\\.csv:(\\d+)");
    private static final Pattern EVIDENCE = Pattern.compile("  (\\S+)  transfers\\.csv:(\\d+)");
    private static final Pattern CALL = Pattern.compile("phone:(\\S+)  phone:(\\S+)  .*  calls\\.csv:(\\d+)");

    private void oneCommand(String... more) {
        var arguments = new ArrayList<>(List.of("case", "--case", at("case"), "--out", at("leads")));
        arguments.addAll(List.of("--transfers", at("data/transfers.csv"), "--logins", at("data/logins.csv")));
        arguments.addAll(List.of("--accounts", at("data/accounts.csv"), "--calls", at("data/calls.csv")));
        arguments.addAll(List.of("--seeds", at("data/victims.csv")));
        arguments.addAll(List.of(AUTHORITY));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    @Test
    void everyPlantedRingIsASubjectOfItsOwnAndItsCircleIsFound() throws IOException {
        oneCommand();
        var rings = PlantedRings.in(temp.resolve("data"), temp.resolve("leads"));
        assertThat(rings).isEqualTo(new PlantedRings(RINGS, RINGS, RINGS));
        assertThat(List.of(rings.recall(), rings.precision())).containsExactly(1.0, 1.0);
        var circles = patterns("资金回流");
        var planted = new HashSet<Set<String>>();
        for (int ring = 0; ring < RINGS; ring++) {
            planted.add(Set.of("R%06d-038".formatted(ring), "R%06d-039".formatted(ring), "R%06d-040".formatted(ring)));
        }
        System.out.printf("circles: %d planted, %d found%n", planted.size(), circles.size());
        assertThat(circles).containsExactlyInAnyOrderElementsOf(planted);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("== import:", "== book:", "== chart:");
        assertThat(temp.resolve("leads/flow.png")).isNotEmptyFile();
    }

    @Test
    void noCentIsGainedOrLostUnderAnyRule() throws IOException {
        oneCommand();
        long seeds = 0;
        for (String line : Files.readAllLines(temp.resolve("data/victims.csv")).subList(1, 1 + RINGS * 5)) {
            seeds += cents(line.substring(line.indexOf(',') + 1));
        }
        for (String rule : List.of("windowed", "haircut", "fifo")) {
            assertThat(run(
                            "trace",
                            "--case",
                            at("case"),
                            "--seeds",
                            at("data/victims.csv"),
                            "--rule",
                            rule,
                            "--out",
                            at(rule)))
                    .isZero();
            var sums = summary(rule).get("conservation");
            assertThat(cents(sums.get("taint_in").asString())).isEqualTo(seeds);
            long[] ends = new long[4];
            for (String line : Files.readAllLines(temp.resolve(rule + "/accounts.csv")).stream()
                    .skip(1)
                    .toList()) {
                String[] flow = line.split(",", -1);
                ends[0] += cents(flow[6]);
                ends[1] += cents(flow[7]);
                ends[2] += cents(flow[8]);
                ends[3] += cents(flow[10]);
            }
            assertThat(ends[0] + ends[1] + ends[2] + ends[3]).as(rule).isEqualTo(seeds);
            assertThat(List.of(ends[0], ends[1], ends[2], ends[3]))
                    .containsExactly(
                            cents(sums.get("resting").asString()),
                            cents(sums.get("cashed_out").asString()),
                            cents(sums.get("at_hubs").asString()),
                            cents(sums.get("beyond_horizon").asString()));
        }
    }

    @Test
    void everyLineOfTheBookLeadsToTheRowThatSaysIt() throws IOException {
        oneCommand();
        var source = Files.readAllLines(temp.resolve("data/transfers.csv"));
        var calls = Files.readAllLines(temp.resolve("data/calls.csv"));
        var seen = new TreeSet<String>();
        int evidence = 0;
        int called = 0;
        for (String line : linesOf(temp.resolve("leads/lead-book.pdf"))) {
            var transfer = TRANSFER.matcher(line);
            var row = EVIDENCE.matcher(line);
            var call = CALL.matcher(line);
            if (transfer.matches()) {
                String[] said =
                        source.get(Integer.parseInt(transfer.group(7)) - 1).split(",", -1);
                String payee = said[2].isEmpty() ? "取现" : said[2];
                assertThat(List.of(said[3], said[0], said[1], payee, said[4]))
                        .containsExactly(
                                transfer.group(1),
                                transfer.group(2),
                                transfer.group(3),
                                transfer.group(4),
                                transfer.group(5).replace(",", ""));
                seen.add(transfer.group(2));
            } else if (row.matches()) {
                assertThat(source.get(Integer.parseInt(row.group(2)) - 1)).startsWith(row.group(1) + ",");
                evidence++;
            } else if (call.matches()) {
                assertThat(calls.get(Integer.parseInt(call.group(3)) - 1)).contains(call.group(1), call.group(2));
                called++;
            } else {
                assertThat(line).doesNotContainPattern("\\.csv:\\d");
            }
        }
        var traced = Files.readAllLines(temp.resolve("leads/trace/edges.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(traced);
        assertThat(evidence).isGreaterThan(RINGS * 3);
        assertThat(called).isEqualTo(RINGS * 5);
    }

    @Test
    void theBookHoldsAsManySubjectsAsAskedForAndSaysHowManyThereAre() throws IOException {
        oneCommand("--max-subjects", "3");
        var lines = linesOf(temp.resolve("leads/lead-book.pdf"));
        assertThat(lines.stream().filter(line -> line.matches("对象 \\d+  .*"))).hasSize(3);
        assertThat(lines).anyMatch(line -> line.matches("对象 [\\d,]+ 个，本册列出前 3 个：.*"));
    }

    /** Of each pattern of a kind the transactions it rests on, from the workbook. */
    private Set<Set<String>> patterns(String kind) throws IOException {
        var found = new HashMap<String, Set<String>>();
        try (var workbook =
                new ReadableWorkbook(temp.resolve("leads/lead-book.xlsx").toFile())) {
            for (Row row : workbook.findSheet("模式").orElseThrow().read()) {
                if (row.getCellText(2).equals(kind)) {
                    found.put(row.getCellText(0), new HashSet<>());
                }
            }
            for (Row row : workbook.findSheet("模式依据").orElseThrow().read()) {
                if (row.getCellText(1).equals("交易") && found.containsKey(row.getCellText(0))) {
                    found.getOrDefault(row.getCellText(0), Set.of()).add(row.getCellText(2));
                }
            }
        }
        return Set.copyOf(found.values());
    }

    /** What the book's pages say, wrapped lines joined again. */
    private static List<String> linesOf(Path pdf) throws IOException {
        byte[] bytes = Files.readAllBytes(pdf);
        var streams = STREAM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        var lines = new ArrayList<String>();
        while (streams.find()) {
            var packed = new ByteArrayInputStream(bytes, streams.end(), Integer.parseInt(streams.group(1)));
            String page = new String(new InflaterInputStream(packed).readAllBytes(), StandardCharsets.US_ASCII);
            TEXT.matcher(page).results().forEach(found -> {
                String text = new String(HexFormat.of().parseHex(found.group(1)), StandardCharsets.UTF_16BE);
                if (text.startsWith("    ") && !lines.isEmpty()) {
                    lines.add(lines.removeLast() + text.substring(4));
                } else {
                    lines.add(text);
                }
            });
        }
        return lines;
    }

    private static long cents(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}

package org.lianxin.analytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lianxin.analytics.local.finbench.FinBench;
import org.lianxin.analytics.local.finbench.FinBenchCase;
import org.lianxin.analytics.testkit.FinBenchScaler;
import tools.jackson.databind.json.JsonMapper;

/** Latencies of the twelve complex and six simple reads on SF0.1 multiplied: 60 copies are 264,000 accounts. */
final class FinBenchLatency {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WARM = 50;
    private static final int ASKED = 500;

    private final Stopwatch watch;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    FinBenchLatency(Stopwatch watch) {
        this.watch = watch;
    }

    void run(Path snapshot, int copies, Path data) throws IOException {
        Path scaled = data.resolve("finbench");
        FinBenchScaler.scale(snapshot, scaled, copies);
        for (String file : List.of(
                "AccountTransferAccount",
                "AccountWithdrawAccount",
                "LoanDepositAccount",
                "PersonOwnAccount",
                "PersonInvestCompany",
                "PersonGuaranteePerson")) {
            var all = Files.readAllLines(scaled.resolve(file + ".csv"));
            lines.put(file, all.subList(1, all.size()));
        }
        var opened = new FinBench[1];
        watch.time("open %d copies".formatted(copies), "lianxin", () -> {
            opened[0] = FinBench.open(scaled);
            return "%,d transfers".formatted(size("AccountTransferAccount"));
        });
        for (String read : FinBenchCase.reads()) {
            ask(opened[0], read);
        }
    }

    private int size(String file) {
        return lines.getOrDefault(file, List.of()).size();
    }

    private void ask(FinBench bench, String read) {
        long[] nanos = new long[ASKED];
        for (int i = -WARM; i < ASKED; i++) {
            var question = JSON.valueToTree(question(read));
            long started = System.nanoTime();
            bench.answer(question);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - started;
            }
        }
        Arrays.sort(nanos);
        double p99 = nanos[ASKED * 99 / 100] / 1e6;
        boolean complex = read.startsWith("TCR");
        watch.line("%-6s p50 %8.3f ms   p99 %8.3f ms   most %8.3f ms%s"
                .formatted(
                        read,
                        nanos[ASKED / 2] / 1e6,
                        p99,
                        nanos[ASKED - 1] / 1e6,
                        complex ? "   (goal p99 10 ms: " + (p99 <= 10 ? "met)" : "NOT met)") : ""));
    }

    private String[] random(String file) {
        var all = lines.getOrDefault(file, List.of());
        return all.get(random.nextInt(all.size())).split("\\|", -1);
    }

    private Map<String, String> question(String read) {
        var question = new LinkedHashMap<String, String>();
        String[] transfer = random("AccountTransferAccount");
        question.put("q", read);
        question.put("start", "2017-06-01 00:00:00");
        question.put("end", "2030-01-01 00:00:00");
        question.put("threshold", read.equals("TCR8") ? "0.05" : "100000.0");
        question.put("threshold1", "1000.0");
        question.put("threshold2", "1000.0");
        question.put("id1", transfer[0]);
        question.put("id2", transfer[1]);
        question.put("pid1", random("PersonInvestCompany")[0]);
        question.put("pid2", random("PersonInvestCompany")[0]);
        question.put(
                "id",
                switch (read) {
                    case "TCR2", "TCR5", "TCR12" -> random("PersonOwnAccount")[0];
                    case "TCR11" -> random("PersonGuaranteePerson")[0];
                    case "TCR8" -> random("LoanDepositAccount")[0];
                    case "TCR6" -> random("AccountWithdrawAccount")[1];
                    case "TCR9" -> random("LoanDepositAccount")[1];
                    default -> transfer[0];
                });
        return question;
    }
}

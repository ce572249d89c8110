package org.lianxin.analytics.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.local.finbench.FinBench;
import org.lianxin.analytics.local.finbench.FinBenchCase;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code query --finbench}: one question a line in, the same line with its answer and its microseconds out. */
final class QueryCommand implements EvidenceCommand.Word {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        if (!options.has("finbench")) {
            throw new EvidenceProblem("option", "query takes --finbench; other questions are trace, link and find.");
        }
        var bench = FinBenchCase.open(options.path("case"));
        var micros = new ArrayList<Long>();
        Path answers = options.path("out");
        try (var lines = Files.newBufferedReader(options.path("params"));
                var into = Files.newBufferedWriter(answers)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    micros.add(answer(bench, line, into));
                }
            }
        }
        Collections.sort(micros);
        if (!micros.isEmpty()) {
            out.printf("%,d answers, p50 %,d µs, p99 %,d µs%n", micros.size(), at(micros, 50), at(micros, 99));
        }
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static long answer(FinBench bench, String line, BufferedWriter into) throws IOException {
        try {
            if (!(JSON.readTree(line) instanceof ObjectNode question)) {
                throw new EvidenceProblem("finbench", "A line of parameters is one JSON object, not " + line);
            }
            long started = System.nanoTime();
            var result = bench.answer(question);
            long micros = (System.nanoTime() - started) / 1000;
            question.set("result", JSON.valueToTree(result));
            question.put("micros", micros);
            into.write(JSON.writeValueAsString(question));
            into.write('\n');
            return micros;
        } catch (JacksonException e) {
            throw new EvidenceProblem(
                    "finbench", "A line of parameters is no JSON: %s".formatted(e.getOriginalMessage()));
        }
    }
}

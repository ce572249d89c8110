package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.ImportSpec;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.imports.Importer;
import org.lianxin.analytics.imports.Progress;

/**
 * IBM's AMLSim, 20,000 accounts with 200 planted cycles. Its planted transfers have equal amounts and come in any order
 * of time, and about half of them never happened in the simulation: only a cycle that is whole can be found.
 */
class AmlSimTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONGEST = 12;

    @TempDir
    private Path temp = Path.of("");

    private final Set<String> flagged = new HashSet<>();
    private final List<String[]> transfers = new ArrayList<>();

    @Test
    void findsEveryPlantedCycleThatIsWholeAndNothingElse() throws IOException {
        read();
        var found = new TreeSet<Set<String>>((a, b) -> a.toString().compareTo(b.toString()));
        for (PatternMatch match : find()) {
            var accounts = new TreeSet<>(match.accounts());
            accounts.add(match.centre());
            found.add(accounts);
        }
        var planted = wholeCycles();
        long right = found.stream().filter(flagged::containsAll).count();
        var accounts = new HashSet<String>();
        found.forEach(accounts::addAll);
        accounts.retainAll(flagged);
        System.out.printf(
                "AMLSim: %d cycles found, precision %.3f; %d whole planted cycles, recall %.3f; accounts found %d of %d flagged%n",
                found.size(),
                (double) right / found.size(),
                planted.size(),
                (double) found.stream().filter(planted::contains).count() / planted.size(),
                accounts.size(),
                flagged.size());
        assertThat(planted).hasSize(21);
        assertThat(found).containsExactlyInAnyOrderElementsOf(planted);
    }

    private List<PatternMatch> find() throws IOException {
        var rows = new StringBuilder("transaction id,from account,to account,time,amount\n");
        for (int i = 0; i < transfers.size(); i++) {
            String[] one = transfers.get(i);
            var time = START.plus(Duration.ofDays(Long.parseLong(one[3])));
            rows.append("T%06d,%s,%s,%s,%s\n".formatted(i, one[0], one[1], time, one[2]));
        }
        Path file = Files.writeString(temp.resolve("transfers.csv"), rows);
        var authority = new Authority("测试", "无", START, START.plus(Duration.ofDays(365)), LocalDate.of(2099, 1, 1));
        Path home = temp.resolve("case");
        Importer.run(new ImportSpec(home, authority, List.of(file), List.of(), List.of(), 2, 1 << 26), Progress.SILENT);
        try (var engine = LocalEngine.open(home, Clock.systemUTC())) {
            var spec = new PatternSpec(PatternKind.LOOP, Duration.ofDays(200), 3, LONGEST, 1000, 0, 1000);
            return engine.find(spec).matches();
        }
    }

    /** By walking, among the flagged accounts alone, along transfers of one amount until they come home. */
    private Set<Set<String>> wholeCycles() {
        Map<String, Set<String>> paid = new HashMap<>();
        for (String[] one : transfers) {
            if (flagged.contains(one[0]) && flagged.contains(one[1])) {
                paid.computeIfAbsent(one[0] + " " + one[2], fresh -> new TreeSet<>())
                        .add(one[1]);
            }
        }
        Set<Set<String>> cycles = new HashSet<>();
        paid.keySet().forEach(key -> {
            String[] start = key.split(" ", -1);
            walk(List.of(start[0]), start[1], paid, cycles);
        });
        return cycles;
    }

    private static void walk(List<String> path, String amount, Map<String, Set<String>> paid, Set<Set<String>> cycles) {
        for (String next : paid.getOrDefault(path.getLast() + " " + amount, Set.of())) {
            if (next.equals(path.getFirst()) && path.size() > 2) {
                cycles.add(new TreeSet<>(path));
            } else if (!path.contains(next) && path.size() < LONGEST) {
                var longer = new ArrayList<>(path);
                longer.add(next);
                walk(longer, amount, paid, cycles);
            }
        }
    }

    private void read() throws IOException {
        for (String[] node : lines("nodes.csv")) {
            if (node[1].equals("1")) {
                flagged.add(node[0]);
            }
        }
        transfers.addAll(lines("transactions.csv"));
        assertThat(flagged).hasSize(945);
        assertThat(transfers).hasSize(117_805);
    }

    private static List<String[]> lines(String name) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(AmlSimTest.class.getResourceAsStream("/amlsim/" + name + ".gz"))),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}

package org.lianxin.analytics.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The lines of a snapshot, and the edges of an interval, without any index of note. Sums are exact; only what is shown is rounded. */
class FinBenchTables {
    record Edge(long from, long to, long time, BigDecimal amount) {}

    final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    final Map<String, Map<Long, List<Edge>>> out = new HashMap<>();
    final Map<String, Map<Long, List<Edge>>> in = new HashMap<>();
    final Map<String, Map<Long, Map<String, String>>> nodes = new HashMap<>();
    long start;
    long end;

    /** Reads a snapshot in either form. */
    FinBenchTables(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
                if (name.endsWith(".csv.gz") || name.endsWith(".csv")) {
                    tables.put(name.substring(0, name.indexOf('.')), read(file));
                }
            }
        }
    }

    static List<Map<String, String>> read(Path file) throws IOException {
        try (var raw = Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
            String[] header = Objects.requireNonNull(lines.readLine()).split("\\|", -1);
            return lines.lines()
                    .map(line -> {
                        String[] values = line.split("\\|", -1);
                        var row = new LinkedHashMap<String, String>();
                        for (int i = 0; i < header.length; i++) {
                            row.put(header[i].toLowerCase(java.util.Locale.ROOT), values[i]);
                        }
                        return (Map<String, String>) row;
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    List<Map<String, String>> table(String... names) {
        return Stream.of(names)
                .map(tables::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    List<Edge> edges(boolean outgoing, String relation, long node) {
        var side = outgoing ? out : in;
        return side.computeIfAbsent(relation, name -> load(outgoing, name)).getOrDefault(node, List.of()).stream()
                .filter(edge -> edge.time > start && edge.time < end)
                .toList();
    }

    Map<Long, List<Edge>> load(boolean outgoing, String relation) {
        return table(relation.split(" ", -1)).stream()
                .map(row -> {
                    var values = List.copyOf(row.values());
                    return new Edge(
                            Long.parseLong(values.get(0)),
                            Long.parseLong(values.get(1)),
                            moment(row.getOrDefault("createtime", "")),
                            new BigDecimal(row.getOrDefault("amount", "0")));
                })
                .collect(Collectors.groupingBy(edge -> outgoing ? edge.from : edge.to));
    }

    Map<Long, Map<String, String>> nodes(String kind) {
        return nodes.computeIfAbsent(
                kind,
                name -> table(name).stream()
                        .collect(Collectors.toMap(
                                row -> Long.parseLong(row.values().iterator().next()), row -> row)));
    }

    Map<String, String> node(String kind, long id) {
        return nodes(kind).getOrDefault(id, Map.of());
    }

    static long moment(String text) {
        return text.contains("-")
                ? LocalDateTime.parse(text.replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli()
                : Long.parseLong(text);
    }

    static final String TRANSFER = "accounttransferaccount transfer";
    static final String WITHDRAW = "accountwithdrawaccount withdraw";
    static final String DEPOSIT = "loandepositaccount deposit";
    static final String REPAY = "accountrepayloan repay";
    static final String SIGN_IN = "mediumsigninaccount signin";
    static final String INVEST = "personinvestcompany personinvest";
    static final String GUARANTEE = "personguaranteeperson personguarantee";

    boolean isBlocked(String kind, long id) {
        return "true".equals(node(kind, id).get("isblocked"));
    }

    List<Long> owned(long person) {
        return table("personownaccount").stream()
                .map(row -> List.copyOf(row.values()))
                .filter(row -> Long.parseLong(row.get(0)) == person)
                .map(row -> Long.parseLong(row.get(1)))
                .distinct()
                .toList();
    }

    double sumOf(Set<Long> loans, String column) {
        return rounded(loans.stream()
                .map(loan -> new BigDecimal(node("loan", loan).getOrDefault(column, "0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    static long distinct(List<Edge> edges, boolean sources) {
        return edges.stream()
                .map(edge -> sources ? edge.from : edge.to)
                .distinct()
                .count();
    }

    static double ratio(List<Edge> part, List<Edge> whole) {
        double divisor = whole.stream()
                .map(Edge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        double sum = part.stream()
                .map(Edge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        return whole.isEmpty() ? -1 : rounded(new BigDecimal(sum / divisor));
    }

    static double sum(List<Edge> edges) {
        return rounded(edges.stream().map(Edge::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    static double max(List<Edge> edges) {
        return rounded(
                edges.stream().map(Edge::amount).max(Comparator.naturalOrder()).orElse(BigDecimal.valueOf(-1)));
    }

    static double rounded(BigDecimal value) {
        return value.setScale(3, RoundingMode.HALF_EVEN).doubleValue();
    }

    static Map<String, Object> row(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** Ids are text where they are shown. */
    static List<Map<String, Object>> texts(List<Map<String, Object>> rows) {
        rows.forEach(row -> row.replaceAll((name, value) -> name.endsWith("Id") ? String.valueOf(value) : value));
        return rows;
    }
}

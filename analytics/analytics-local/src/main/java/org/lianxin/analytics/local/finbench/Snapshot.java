package org.lianxin.analytics.local.finbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;

/**
 * Reads a snapshot of the benchmark: the published example (names such as {@code AccountTransferAccount.csv}, times as
 * text) and what the data generator writes ({@code transfer.csv}, epoch milliseconds), plain or gzip. Times as text are
 * UTC; no edge is left out for a later deletion.
 */
final class Snapshot {
    private final Map<String, Path> files = new HashMap<>();

    private Snapshot(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new EvidenceProblem("finbench", "There is no folder %s.".formatted(folder));
        }
        try (Stream<Path> inside = Files.list(folder)) {
            inside.forEach(path -> files.put(
                    path.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("\\.csv(\\.gz)?$", ""), path));
        }
    }

    static FinGraph read(Path folder) throws IOException {
        return new Snapshot(folder).read();
    }

    private FinGraph read() throws IOException {
        var rows = new EnumMap<Relation, List<Row>>(Relation.class);
        for (Relation relation : Relation.values()) {
            rows.put(relation, relationRows(relation));
        }
        var nodes = new EnumMap<Node, Nodes>(Node.class);
        for (Node node : Node.values()) {
            nodes.put(node, nodes(node, rows));
        }
        var out = new EnumMap<Relation, Edges>(Relation.class);
        var in = new EnumMap<Relation, Edges>(Relation.class);
        rows.forEach((relation, own) -> {
            var source = Objects.requireNonNull(nodes.get(relation.source()));
            var target = Objects.requireNonNull(nodes.get(relation.target()));
            int size = own.size();
            int[] from = new int[size];
            int[] to = new int[size];
            long[] time = new long[size];
            double[] amount = new double[size];
            for (int i = 0; i < size; i++) {
                var row = own.get(i);
                from[i] = source.find(row.id(0));
                to[i] = target.find(row.id(1));
                time[i] = moment(row.get("createtime"));
                amount[i] = row.number("amount");
            }
            out.put(relation, Edges.of(source.size(), from, to, time, amount));
            in.put(relation, Edges.of(target.size(), to, from, time, amount));
        });
        return new FinGraph(nodes, out, in);
    }

    /** Those of the file; then those that only relations name, as the published example has some. */
    private Nodes nodes(Node node, Map<Relation, List<Row>> relations) throws IOException {
        var rows = rows(node.file());
        if (rows == null) {
            throw new EvidenceProblem("finbench", "The snapshot has no %s.csv.".formatted(node.file()));
        }
        var ids = new LinkedHashSet<Long>();
        rows.forEach(row -> ids.add(row.id(0)));
        int listed = ids.size();
        relations.forEach((relation, own) -> own.forEach(row -> {
            if (relation.source() == node) {
                ids.add(row.id(0));
            }
            if (relation.target() == node) {
                ids.add(row.id(1));
            }
        }));
        long[] created = new long[ids.size()];
        boolean[] blocked = new boolean[ids.size()];
        double[] amount = new double[ids.size()];
        double[] balance = new double[ids.size()];
        var types = new ArrayList<>(Collections.nCopies(ids.size(), ""));
        for (int i = 0; i < listed; i++) {
            var row = rows.get(i);
            created[i] = moment(row.get("createtime"));
            blocked[i] = row.get("isblocked").equals("true");
            amount[i] = row.number("loanamount");
            balance[i] = row.number("balance");
            types.set(i, row.first("type", "mediumtype", "accounttype", "accouttype"));
        }
        return new Nodes(
                ids.stream().mapToLong(Long::longValue).toArray(), listed, created, blocked, types, amount, balance);
    }

    private List<Row> relationRows(Relation relation) throws IOException {
        for (String file : relation.files()) {
            var rows = rows(file);
            if (rows != null) {
                return rows;
            }
        }
        return List.of();
    }

    private @Nullable List<Row> rows(String name) throws IOException {
        Path file = files.get(name);
        if (file == null) {
            return null;
        }
        var rows = new ArrayList<Row>();
        try (InputStream raw = Files.newInputStream(file);
                var reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            var columns = header == null
                    ? List.<String>of()
                    : Arrays.asList(header.toLowerCase(Locale.ROOT).split("\\|", -1));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty()) {
                    rows.add(new Row(columns, line.split("\\|", -1)));
                }
            }
        }
        return rows;
    }

    /** Epoch milliseconds of a number of them or of {@code 2020-01-09 18:08:45.162}. */
    static long moment(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return Long.parseLong(text);
        }
        return LocalDateTime.parse(text.replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    private record Row(List<String> columns, String[] values) {
        long id(int column) {
            return Long.parseLong(values[column]);
        }

        String get(String column) {
            int at = columns.indexOf(column);
            return at < 0 ? "" : values[at];
        }

        double number(String column) {
            String text = get(column);
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        }

        String first(String... names) {
            return Stream.of(names)
                    .map(this::get)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}

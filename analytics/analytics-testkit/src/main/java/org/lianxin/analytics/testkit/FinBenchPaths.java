package org.lianxin.analytics.testkit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reads that walk, by trying every path. */
class FinBenchPaths extends FinBenchTables {
    FinBenchPaths(Path folder) throws IOException {
        super(folder);
    }

    interface Step {
        void path(List<Edge> path);
    }

    /** All paths of one to three edges with ever later times. */
    void forward(List<Edge> path, long at, Step step) {
        for (var edge : edges(true, TRANSFER, at)) {
            if (path.isEmpty() || edge.time() > path.getLast().time()) {
                var longer = Stream.concat(path.stream(), Stream.of(edge)).toList();
                step.path(longer);
                if (longer.size() < 3) {
                    forward(longer, edge.to(), step);
                }
            }
        }
    }

    void upstream(List<Edge> path, long at, Step step) {
        for (var edge : edges(false, TRANSFER, at)) {
            if (path.isEmpty() || edge.time() < path.getLast().time()) {
                var longer = Stream.concat(path.stream(), Stream.of(edge)).toList();
                step.path(longer);
                if (longer.size() < 3) {
                    upstream(longer, edge.from(), step);
                }
            }
        }
    }

    Object blockedMedia(long id) {
        var rows = new LinkedHashSet<Map<String, Object>>();
        forward(List.of(), id, path -> {
            long other = path.getLast().to();
            for (var signIn : edges(false, SIGN_IN, other)) {
                if (isBlocked("medium", signIn.from())) {
                    var medium = node("medium", signIn.from());
                    String type = medium.getOrDefault("type", medium.getOrDefault("mediumtype", ""));
                    rows.add(row(
                            "otherId",
                            other,
                            "accountDistance",
                            path.size(),
                            "mediumId",
                            signIn.from(),
                            "mediumType",
                            type));
                }
            }
        });
        return texts(rows.stream()
                .sorted(Comparator.comparing((Map<String, Object> one) -> (Integer) one.get("accountDistance"))
                        .thenComparing(one -> (Long) one.get("otherId"))
                        .thenComparing(one -> (Long) one.get("mediumId")))
                .toList());
    }

    Object loansBehind(long person) {
        var others = new TreeSet<Long>();
        owned(person)
                .forEach(own -> upstream(
                        List.of(), own, path -> others.add(path.getLast().from())));
        var rows = new ArrayList<Map<String, Object>>();
        for (long other : others) {
            var loans = edges(false, DEPOSIT, other).stream().map(Edge::from).collect(Collectors.toSet());
            if (!loans.isEmpty()) {
                rows.add(row(
                        "otherId",
                        other,
                        "sumLoanAmount",
                        sumOf(loans, "loanamount"),
                        "sumLoanBalance",
                        sumOf(loans, "balance")));
            }
        }
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Double) one.get("sumLoanAmount"))
                .reversed());
        return texts(rows);
    }

    Object shortest(long from, long to) {
        var reached = new LinkedHashSet<>(List.of(from));
        for (int length = 0; ; length++) {
            if (reached.contains(to)) {
                return length;
            }
            var wider = new LinkedHashSet<>(reached);
            reached.forEach(at -> edges(true, TRANSFER, at).forEach(edge -> wider.add(edge.to())));
            if (wider.size() == reached.size()) {
                return -1;
            }
            reached = wider;
        }
    }

    Object traces(long person) {
        var paths = new LinkedHashSet<List<Long>>();
        owned(person)
                .forEach(own -> forward(List.of(), own, path -> {
                    var accounts = Stream.concat(Stream.of(own), path.stream().map(Edge::to))
                            .toList();
                    if (accounts.stream().distinct().count() == accounts.size()) {
                        paths.add(accounts);
                    }
                }));
        return paths.stream()
                .sorted(Comparator.comparingInt((List<Long> path) -> -path.size())
                        .thenComparing((one, other) -> java.util.Arrays.compare(
                                one.stream().mapToLong(Long::longValue).toArray(),
                                other.stream().mapToLong(Long::longValue).toArray())))
                .map(path -> path.stream().map(String::valueOf).toList())
                .toList();
    }

    Object loanTrace(long loan, BigDecimal threshold) {
        var deposited = edges(true, DEPOSIT, loan).stream().collect(Collectors.groupingBy(Edge::to));
        var distance = new TreeMap<Long, Integer>();
        var kept = new ArrayList<Edge>();
        var done = new TreeSet<Long>();
        Set<Long> layer = deposited.keySet();
        for (int step = 2; step <= 4; step++) {
            var next = new TreeSet<Long>();
            for (long payer : new TreeSet<>(layer)) {
                if (done.add(payer)) {
                    var large = large(payer, deposited.getOrDefault(payer, List.of()), threshold);
                    kept.addAll(large);
                    large.forEach(edge -> next.add(edge.to()));
                }
            }
            int far = step;
            next.forEach(account -> distance.putIfAbsent(account, far));
            layer = next;
        }
        return shares(loan, distance, kept);
    }

    private List<Edge> large(long payer, List<Edge> deposits, BigDecimal threshold) {
        BigDecimal received = Stream.concat(edges(false, TRANSFER, payer).stream(), deposits.stream())
                .map(Edge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Stream.concat(edges(true, TRANSFER, payer).stream(), edges(true, WITHDRAW, payer).stream())
                .filter(edge -> edge.amount().compareTo(received.multiply(threshold)) > 0)
                .toList();
    }

    private Object shares(long loan, Map<Long, Integer> distance, List<Edge> kept) {
        double whole = Double.parseDouble(node("loan", loan).getOrDefault("loanamount", "1"));
        var rows = new ArrayList<Map<String, Object>>();
        distance.forEach((account, far) -> {
            double part = kept.stream()
                    .filter(edge -> edge.to() == account)
                    .map(Edge::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
            double ratio = rounded(new BigDecimal(part / whole));
            rows.add(row("dstId", account, "ratio", ratio, "minDistanceFromLoan", far));
        });
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Integer) one.get("minDistanceFromLoan"))
                .thenComparing(one -> (Double) one.get("ratio"))
                .reversed());
        return texts(rows);
    }
}

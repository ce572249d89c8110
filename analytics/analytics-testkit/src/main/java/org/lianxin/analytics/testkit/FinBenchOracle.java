package org.lianxin.analytics.testkit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reads of FinBench by trying every path and summing every edge, straight from the lines of the snapshot. */
public final class FinBenchOracle extends FinBenchPaths {
    /** Reads a snapshot in either form. */
    public FinBenchOracle(Path folder) throws IOException {
        super(folder);
    }

    /** The answer, in the shape in which the engine gives it. */
    public @Nullable Object answer(Map<String, String> question) {
        start = moment(question.getOrDefault("start", "0"));
        end = moment(question.getOrDefault("end", "9999999999999"));
        long id = number(question, "id");
        BigDecimal threshold = new BigDecimal(question.getOrDefault("threshold", "0"));
        return switch (String.valueOf(question.get("q"))) {
            case "TCR1" -> blockedMedia(id);
            case "TCR2" -> loansBehind(id);
            case "TCR3" -> shortest(number(question, "id1"), number(question, "id2"));
            case "TCR4" -> triangles(number(question, "id1"), number(question, "id2"));
            case "TCR5" -> traces(id);
            case "TCR6" ->
                withdrawals(id, new BigDecimal(question.get("threshold1")), new BigDecimal(question.get("threshold2")));
            case "TCR7" ->
                inOverOut(large(edges(false, TRANSFER, id), threshold), large(edges(true, TRANSFER, id), threshold));
            case "TCR8" -> loanTrace(id, threshold);
            case "TCR9" -> loanRatios(id, threshold);
            case "TCR10" -> similarity(number(question, "pid1"), number(question, "pid2"));
            case "TCR11" -> guarantees(id);
            case "TCR12" -> toCompanies(id);
            default -> simple(String.valueOf(question.get("q")), id, threshold);
        };
    }

    private @Nullable Object simple(String read, long id, BigDecimal threshold) {
        var ins = edges(false, TRANSFER, id);
        var outs = edges(true, TRANSFER, id);
        return switch (read) {
            case "TSR1" -> nodes("account").containsKey(id) ? account(node("account", id)) : null;
            case "TSR2" -> totals(outs, ins);
            case "TSR3" -> blockedShare(large(ins, threshold));
            case "TSR4" -> byOther(grouped(large(outs, threshold), Edge::to), "dstId", "numEdges", "sumAmount");
            case "TSR5" -> byOther(grouped(large(ins, threshold), Edge::from), "srcId", "numEdges", "sumAmount");
            default -> sameSources(id);
        };
    }

    private static long number(Map<String, String> question, String name) {
        return Long.parseLong(question.getOrDefault(name, "0"));
    }

    private static List<Edge> large(List<Edge> edges, BigDecimal threshold) {
        return edges.stream()
                .filter(edge -> edge.amount().compareTo(threshold) > 0)
                .toList();
    }

    private static Map<Long, List<Edge>> grouped(List<Edge> edges, Function<Edge, Long> side) {
        return edges.stream().collect(Collectors.groupingBy(side));
    }

    private static Object inOverOut(List<Edge> ins, List<Edge> outs) {
        return row("numSrc", distinct(ins, true), "numDst", distinct(outs, false), "inOutRatio", ratio(ins, outs));
    }

    private Object loanRatios(long id, BigDecimal threshold) {
        var deposits = large(edges(false, DEPOSIT, id), threshold);
        var repays = large(edges(true, REPAY, id), threshold);
        var ins = large(edges(false, TRANSFER, id), threshold);
        var outs = large(edges(true, TRANSFER, id), threshold);
        return row(
                "ratioRepay", ratio(deposits, repays),
                "ratioDeposit", ratio(deposits, outs),
                "ratioTransfer", ratio(ins, outs));
    }

    private Object blockedShare(List<Edge> ins) {
        double blocked =
                ins.stream().filter(edge -> isBlocked("account", edge.from())).count();
        return row("blockRatio", ins.isEmpty() ? -1.0 : rounded(new BigDecimal(blocked / ins.size())));
    }

    private static Object account(Map<String, String> account) {
        String type = Stream.of("type", "accouttype", "accounttype")
                .map(account::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return row(
                "createTime",
                moment(account.getOrDefault("createtime", "0")),
                "isBlocked",
                "true".equals(account.get("isblocked")),
                "type",
                type);
    }

    private Object triangles(long source, long target) {
        var rows = new ArrayList<Map<String, Object>>();
        if (edges(true, TRANSFER, source).stream().noneMatch(edge -> edge.to() == target)) {
            return rows;
        }
        var toSource = edges(false, TRANSFER, source).stream().collect(Collectors.groupingBy(Edge::from));
        new TreeMap<>(edges(true, TRANSFER, target).stream().collect(Collectors.groupingBy(Edge::to)))
                .forEach((other, edges) -> {
                    if (toSource.containsKey(other)) {
                        rows.add(row(
                                "otherId",
                                other,
                                "dstToOther",
                                triple(edges),
                                "otherToSrc",
                                triple(toSource.get(other))));
                    }
                });
        return texts(rows);
    }

    private static Map<String, Object> triple(List<Edge> edges) {
        return row("n", edges.size(), "sum", sum(edges), "max", max(edges));
    }

    private Object withdrawals(long card, BigDecimal least, BigDecimal leastOut) {
        var rows = new ArrayList<Map<String, Object>>();
        var byMiddle = edges(false, WITHDRAW, card).stream()
                .filter(edge -> edge.amount().compareTo(leastOut) > 0)
                .collect(Collectors.groupingBy(Edge::from));
        new TreeMap<>(byMiddle).forEach((middle, withdrawn) -> {
            var ins = edges(false, TRANSFER, middle).stream()
                    .filter(edge -> edge.amount().compareTo(least) > 0)
                    .toList();
            if (ins.size() > 3) {
                rows.add(row(
                        "midId",
                        middle,
                        "transferIns",
                        ins.size(),
                        "distinctSrc",
                        distinct(ins, true),
                        "sumEdge1Amount",
                        sum(ins),
                        "sumEdge2Amount",
                        sum(withdrawn)));
            }
        });
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Double) one.get("sumEdge2Amount"))
                .reversed());
        return texts(rows);
    }

    private Object similarity(long one, long other) {
        var first = edges(true, INVEST, one).stream().map(Edge::to).collect(Collectors.toSet());
        var second = edges(true, INVEST, other).stream().map(Edge::to).collect(Collectors.toSet());
        var all = Stream.concat(first.stream(), second.stream()).collect(Collectors.toSet());
        double both = first.stream().filter(second::contains).count();
        return row("jaccardSimilarity", all.isEmpty() ? 0.0 : rounded(new BigDecimal(both / all.size())));
    }

    private Object guarantees(long person) {
        var reached = new TreeSet<Long>();
        var todo = new ArrayList<>(List.of(person));
        while (!todo.isEmpty()) {
            edges(true, GUARANTEE, todo.removeLast()).stream()
                    .map(Edge::to)
                    .filter(reached::add)
                    .forEach(todo::add);
        }
        var loans = reached.stream()
                .flatMap(one -> edges(true, "personapplyloan", one).stream())
                .map(Edge::to)
                .collect(Collectors.toSet());
        return row("sumLoanAmount", sumOf(loans, "loanamount"), "numLoans", loans.size());
    }

    private Object toCompanies(long person) {
        var companies = table("companyownaccount").stream()
                .map(row -> Long.parseLong(List.copyOf(row.values()).get(1)))
                .collect(Collectors.toSet());
        var paid = owned(person).stream()
                .flatMap(own -> edges(true, TRANSFER, own).stream())
                .filter(edge -> companies.contains(edge.to()))
                .collect(Collectors.groupingBy(Edge::to));
        return byOther(paid, "compAccountId", null, "sumEdge2Amount");
    }

    private static Object totals(List<Edge> outs, List<Edge> ins) {
        return row(
                "sumEdge1Amount",
                sum(outs),
                "maxEdge1Amount",
                max(outs),
                "numEdge1",
                outs.size(),
                "sumEdge2Amount",
                sum(ins),
                "maxEdge2Amount",
                max(ins),
                "numEdge2",
                ins.size());
    }

    private static Object byOther(Map<Long, List<Edge>> edges, String id, @Nullable String count, String sum) {
        var rows = new ArrayList<Map<String, Object>>();
        new TreeMap<>(edges)
                .forEach((other, own) -> rows.add(
                        count == null
                                ? row(id, other, sum, sum(own))
                                : row(id, other, count, own.size(), sum, sum(own))));
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Double) Objects.requireNonNull(one.get(sum)))
                .reversed());
        return texts(rows);
    }

    private Object sameSources(long id) {
        return edges(false, TRANSFER, id).stream()
                .flatMap(edge -> edges(true, TRANSFER, edge.from()).stream())
                .map(Edge::to)
                .filter(other -> other != id && isBlocked("account", other))
                .distinct()
                .sorted()
                .map(other -> row("dstId", String.valueOf(other)))
                .toList();
    }
}

package org.lianxin.analytics.local.finbench;

import static org.lianxin.analytics.local.finbench.Answers.rounded;
import static org.lianxin.analytics.local.finbench.Answers.row;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Complex reads 1, 2, 3, 5 and 8: those that walk. */
final class TracingReads {
    private final FinGraph graph;
    private final Nodes accounts;

    TracingReads(FinGraph graph) {
        this.graph = graph;
        accounts = graph.all(Node.ACCOUNT);
    }

    /** Accounts within three ever later transfers that a blocked medium has signed in to. */
    Object blockedMedia(Question question) {
        var rows = new ArrayList<Map<String, Object>>();
        int start = accounts.find(question.id("id"));
        if (start < 0) {
            return rows;
        }
        var media = graph.all(Node.MEDIUM);
        var layers = Walks.forward(graph.out(Relation.TRANSFER), start, question.start(), question.end());
        for (int distance = 1; distance <= Walks.STEPS; distance++) {
            for (int other : sortedById(layers.get(distance - 1).keySet(), accounts)) {
                var blocked = new TreeSet<Integer>(Comparator.comparingLong(medium -> media.ids()[medium]));
                graph.in(Relation.SIGN_IN).within(other, question.start(), question.end(), (medium, time, amount) -> {
                    if (media.blocked()[medium]) {
                        blocked.add(medium);
                    }
                });
                for (int medium : blocked) {
                    rows.add(row(
                            "otherId",
                            id(accounts, other),
                            "accountDistance",
                            distance,
                            "mediumId",
                            id(media, medium),
                            "mediumType",
                            media.types().get(medium)));
                }
            }
        }
        return rows;
    }

    /** Accounts with a loan's deposit whose money reached an account of the person within three transfers. */
    Object loansBehind(Question question) {
        var loans = graph.all(Node.LOAN);
        var upstream = new HashSet<Integer>();
        for (int own : owned(question.id("id"))) {
            for (var layer : Walks.upstream(graph.in(Relation.TRANSFER), own, question.start(), question.end())) {
                upstream.addAll(layer.keySet());
            }
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (int other : sortedById(upstream, accounts)) {
            var behind = new TreeSet<Integer>();
            graph.in(Relation.DEPOSIT)
                    .within(other, question.start(), question.end(), (loan, time, amount) -> behind.add(loan));
            if (!behind.isEmpty()) {
                rows.add(row(
                        "otherId",
                        id(accounts, other),
                        "sumLoanAmount",
                        rounded(behind.stream()
                                .mapToDouble(loan -> loans.amount()[loan])
                                .sum()),
                        "sumLoanBalance",
                        rounded(behind.stream()
                                .mapToDouble(loan -> loans.balance()[loan])
                                .sum())));
            }
        }
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Double) one.get("sumLoanAmount"))
                .reversed());
        return rows;
    }

    /** Length of the shortest path by transfers inside the interval; -1 if there is none. */
    Object shortestPath(Question question) {
        int start = accounts.find(question.id("id1"));
        int goal = accounts.find(question.id("id2"));
        if (start < 0 || goal < 0) {
            return -1;
        }
        int[] distance = new int[accounts.size()];
        Arrays.fill(distance, -1);
        distance[start] = 0;
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty() && distance[goal] < 0) {
            int at = queue.remove();
            graph.out(Relation.TRANSFER).within(at, question.start(), question.end(), (other, time, amount) -> {
                if (distance[other] < 0) {
                    distance[other] = distance[at] + 1;
                    queue.add(other);
                }
            });
        }
        return distance[goal];
    }

    /** All traces of one to three ever later transfers from an account of the person, no account twice. */
    Object traces(Question question) {
        var paths = new ArrayList<int[]>();
        for (int own : owned(question.id("id"))) {
            extend(new int[] {own}, question.start(), question.end(), paths);
        }
        Comparator<int[]> order = Comparator.comparingInt(path -> -path.length);
        paths.sort(order.thenComparing((one, other) -> Arrays.compare(ids(one), ids(other))));
        return paths.stream()
                .map(path -> Arrays.stream(ids(path)).mapToObj(Long::toString).toList())
                .toList();
    }

    private void extend(int[] path, long after, long until, List<int[]> paths) {
        var next = new TreeMap<Integer, Long>();
        graph.out(Relation.TRANSFER)
                .within(
                        path[path.length - 1],
                        after,
                        until,
                        (other, time, amount) -> next.merge(other, time, Math::min));
        next.forEach((other, time) -> {
            if (Arrays.stream(path).noneMatch(account -> account == other)) {
                int[] longer = Arrays.copyOf(path, path.length + 1);
                longer[path.length] = other;
                paths.add(longer);
                if (longer.length <= Walks.STEPS) {
                    extend(longer, time, until, paths);
                }
            }
        });
    }

    /**
     * Where a loan's money went: transfers and withdrawals of at most three steps, each more than the threshold's share of
     * what its paying account received (transfers in, and the loan itself).
     */
    Object loanTrace(Question question) {
        int loan = graph.all(Node.LOAN).find(question.id("id"));
        if (loan < 0) {
            return List.of();
        }
        var trace = new LoanTrace(new HashMap<>(), new HashMap<>(), new HashMap<>());
        graph.out(Relation.DEPOSIT)
                .within(
                        loan,
                        question.start(),
                        question.end(),
                        (account, time, amount) -> trace.deposited.merge(account, amount, Double::sum));
        Set<Integer> layer = new TreeSet<>(trace.deposited.keySet());
        var expanded = new HashSet<Integer>();
        for (int step = 1; step <= Walks.STEPS; step++) {
            var next = new TreeSet<Integer>();
            for (int payer : layer) {
                if (expanded.add(payer)) {
                    next.addAll(expand(payer, trace, question));
                }
            }
            for (int account : next) {
                trace.distance.putIfAbsent(account, step + 1);
            }
            layer = next;
        }
        return shares(trace, graph.all(Node.LOAN).amount()[loan]);
    }

    /** What a trace of a loan knows by account. */
    private record LoanTrace(
            Map<Integer, Double> deposited, Map<Integer, Double> inflow, Map<Integer, Integer> distance) {}

    private Set<Integer> expand(int payer, LoanTrace trace, Question question) {
        double received = received(payer, question) + trace.deposited.getOrDefault(payer, 0.0);
        double least = question.number("threshold") * received;
        var reached = new TreeSet<Integer>();
        Edges.Each each = (other, time, amount) -> {
            if (amount > least) {
                trace.inflow.merge(other, amount, Double::sum);
                reached.add(other);
            }
        };
        graph.out(Relation.TRANSFER).within(payer, question.start(), question.end(), each);
        graph.out(Relation.WITHDRAW).within(payer, question.start(), question.end(), each);
        return reached;
    }

    private Object shares(LoanTrace trace, double whole) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int account : sortedById(trace.inflow.keySet(), accounts)) {
            double ratio = rounded(trace.inflow.getOrDefault(account, 0.0) / whole);
            int distance = trace.distance.getOrDefault(account, 0);
            rows.add(row("dstId", id(accounts, account), "ratio", ratio, "minDistanceFromLoan", distance));
        }
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Integer) one.get("minDistanceFromLoan"))
                .thenComparing(one -> (Double) one.get("ratio"))
                .reversed());
        return rows;
    }

    private double received(int account, Question question) {
        var sum = new Answers.Sum();
        graph.in(Relation.TRANSFER)
                .within(account, question.start(), question.end(), (other, time, amount) -> sum.add(amount));
        return sum.sum;
    }

    private List<Integer> owned(long person) {
        int number = graph.all(Node.PERSON).find(person);
        var owned = new TreeSet<Integer>();
        if (number >= 0) {
            var own = graph.out(Relation.PERSON_OWN);
            for (int at = own.start(number); at < own.end(number); at++) {
                owned.add(own.other()[at]);
            }
        }
        return List.copyOf(owned);
    }

    private long[] ids(int[] path) {
        return Arrays.stream(path).mapToLong(account -> accounts.ids()[account]).toArray();
    }

    static String id(Nodes nodes, int number) {
        return Long.toString(nodes.ids()[number]);
    }

    static List<Integer> sortedById(Set<Integer> numbers, Nodes nodes) {
        return numbers.stream()
                .sorted(Comparator.comparingLong(number -> nodes.ids()[number]))
                .toList();
    }
}

package org.lianxin.analytics.local.finbench;

import static org.lianxin.analytics.local.finbench.Answers.ratio;
import static org.lianxin.analytics.local.finbench.Answers.rounded;
import static org.lianxin.analytics.local.finbench.Answers.row;
import static org.lianxin.analytics.local.finbench.TracingReads.id;
import static org.lianxin.analytics.local.finbench.TracingReads.sortedById;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lianxin.analytics.local.finbench.Answers.Sum;

/** Complex reads 4, 6, 7, 9, 10, 11 and 12: those that look at neighbours. */
final class CountingReads {
    private final FinGraph graph;
    private final Nodes accounts;

    CountingReads(FinGraph graph) {
        this.graph = graph;
        accounts = graph.all(Node.ACCOUNT);
    }

    /** Others that close a triangle with src and dst; nothing if src never paid dst. */
    Object triangles(Question question) {
        int source = accounts.find(question.id("id1"));
        int target = accounts.find(question.id("id2"));
        var rows = new ArrayList<Map<String, Object>>();
        if (source < 0
                || target < 0
                || !sums(Relation.TRANSFER, true, source, question).containsKey(target)) {
            return rows;
        }
        var toOther = sums(Relation.TRANSFER, true, target, question);
        var toSource = sums(Relation.TRANSFER, false, source, question);
        var both = new HashSet<>(toOther.keySet());
        both.retainAll(toSource.keySet());
        for (int other : sortedById(both, accounts)) {
            rows.add(row(
                    "otherId",
                    id(accounts, other),
                    "dstToOther",
                    triple(toOther.get(other)),
                    "otherToSrc",
                    triple(toSource.get(other))));
        }
        return rows;
    }

    private static Map<String, Object> triple(@org.jspecify.annotations.Nullable Sum sum) {
        var known = java.util.Objects.requireNonNull(sum);
        return row("n", known.count, "sum", known.rounded(), "max", rounded(known.max));
    }

    private Map<Integer, Sum> sums(Relation relation, boolean out, int account, Question question) {
        var sums = new HashMap<Integer, Sum>();
        (out ? graph.out(relation) : graph.in(relation))
                .within(
                        account,
                        question.start(),
                        question.end(),
                        (other, time, amount) ->
                                sums.computeIfAbsent(other, fresh -> new Sum()).add(amount));
        return sums;
    }

    /** Accounts with more than three large transfers in that withdrew much to the card. */
    Object withdrawals(Question question) {
        int card = accounts.find(question.id("id"));
        var rows = new ArrayList<Map<String, Object>>();
        if (card < 0) {
            return rows;
        }
        double least = question.number("threshold1");
        double leastOut = question.number("threshold2");
        var withdrawn = new HashMap<Integer, Sum>();
        graph.in(Relation.WITHDRAW).within(card, question.start(), question.end(), (middle, time, amount) -> {
            if (amount > leastOut) {
                withdrawn.computeIfAbsent(middle, fresh -> new Sum()).add(amount);
            }
        });
        for (int middle : sortedById(withdrawn.keySet(), accounts)) {
            var in = new Sum();
            var sources = new HashSet<Integer>();
            graph.in(Relation.TRANSFER).within(middle, question.start(), question.end(), (source, time, amount) -> {
                if (amount > least) {
                    in.add(amount);
                    sources.add(source);
                }
            });
            if (in.count > 3) {
                rows.add(row(
                        "midId",
                        id(accounts, middle),
                        "transferIns",
                        in.count,
                        "distinctSrc",
                        sources.size(),
                        "sumEdge1Amount",
                        in.rounded(),
                        "sumEdge2Amount",
                        java.util.Objects.requireNonNull(withdrawn.get(middle)).rounded()));
            }
        }
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Double) one.get("sumEdge2Amount"))
                .reversed());
        return rows;
    }

    /** Large transfers in over large transfers out. */
    Object inOverOut(Question question) {
        int account = accounts.find(question.id("id"));
        var sources = new HashSet<Integer>();
        var targets = new HashSet<Integer>();
        var in = large(graph.in(Relation.TRANSFER), account, question, sources);
        var out = large(graph.out(Relation.TRANSFER), account, question, targets);
        return row(
                "numSrc",
                sources.size(),
                "numDst",
                targets.size(),
                "inOutRatio",
                ratio(in.sum, out.sum, out.count > 0));
    }

    private static Sum large(Edges edges, int node, Question question, Set<Integer> others) {
        var sum = new Sum();
        double least = question.number("threshold");
        if (node >= 0) {
            edges.within(node, question.start(), question.end(), (other, time, amount) -> {
                if (amount > least) {
                    sum.add(amount);
                    others.add(other);
                }
            });
        }
        return sum;
    }

    /** Deposits against repayments and transfers of an account. */
    Object loanRatios(Question question) {
        int account = accounts.find(question.id("id"));
        var ignored = new HashSet<Integer>();
        var deposit = large(graph.in(Relation.DEPOSIT), account, question, ignored);
        var repay = large(graph.out(Relation.REPAY), account, question, ignored);
        var in = large(graph.in(Relation.TRANSFER), account, question, ignored);
        var out = large(graph.out(Relation.TRANSFER), account, question, ignored);
        return row(
                "ratioRepay",
                ratio(deposit.sum, repay.sum, repay.count > 0),
                "ratioDeposit",
                ratio(deposit.sum, out.sum, out.count > 0),
                "ratioTransfer",
                ratio(in.sum, out.sum, out.count > 0));
    }

    /** How alike the companies are in which two persons invest. */
    Object similarity(Question question) {
        var one = invested(question.id("pid1"), question);
        var other = invested(question.id("pid2"), question);
        var all = new HashSet<>(one);
        all.addAll(other);
        one.retainAll(other);
        return row("jaccardSimilarity", all.isEmpty() ? 0.0 : rounded((double) one.size() / all.size()));
    }

    private Set<Integer> invested(long person, Question question) {
        var companies = new HashSet<Integer>();
        int number = graph.all(Node.PERSON).find(person);
        if (number >= 0) {
            graph.out(Relation.PERSON_INVEST)
                    .within(number, question.start(), question.end(), (company, time, ratio) -> companies.add(company));
        }
        return companies;
    }

    /** Loans of all for whom a person stands, directly or through others. */
    Object guaranteeChain(Question question) {
        int person = graph.all(Node.PERSON).find(question.id("id"));
        var reached = new HashSet<Integer>();
        var queue = new ArrayDeque<Integer>();
        if (person >= 0) {
            queue.add(person);
        }
        while (!queue.isEmpty()) {
            graph.out(Relation.PERSON_GUARANTEE)
                    .within(queue.remove(), question.start(), question.end(), (other, time, amount) -> {
                        if (reached.add(other)) {
                            queue.add(other);
                        }
                    });
        }
        var loans = new TreeSet<Integer>();
        for (int one : reached) {
            graph.out(Relation.PERSON_APPLY)
                    .within(one, question.start(), question.end(), (loan, time, amount) -> loans.add(loan));
        }
        return row(
                "sumLoanAmount",
                rounded(loans.stream()
                        .mapToDouble(loan -> graph.all(Node.LOAN).amount()[loan])
                        .sum()),
                "numLoans",
                loans.size());
    }

    /** What a person's accounts transferred to accounts of companies. */
    Object toCompanies(Question question) {
        var sums = new HashMap<Integer, Sum>();
        int person = graph.all(Node.PERSON).find(question.id("id"));
        var own = graph.out(Relation.PERSON_OWN);
        for (int at = person < 0 ? 0 : own.start(person); person >= 0 && at < own.end(person); at++) {
            graph.out(Relation.TRANSFER)
                    .within(own.other()[at], question.start(), question.end(), (other, time, amount) -> {
                        if (graph.in(Relation.COMPANY_OWN).end(other)
                                > graph.in(Relation.COMPANY_OWN).start(other)) {
                            sums.computeIfAbsent(other, fresh -> new Sum()).add(amount);
                        }
                    });
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (int account : sortedById(sums.keySet(), accounts)) {
            rows.add(row(
                    "compAccountId",
                    id(accounts, account),
                    "sumEdge2Amount",
                    java.util.Objects.requireNonNull(sums.get(account)).rounded()));
        }
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Double) one.get("sumEdge2Amount"))
                .reversed());
        return List.copyOf(rows);
    }
}

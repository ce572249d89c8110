package org.lianxin.analytics.local.finbench;

import static org.lianxin.analytics.local.finbench.Answers.ratio;
import static org.lianxin.analytics.local.finbench.Answers.rounded;
import static org.lianxin.analytics.local.finbench.Answers.row;
import static org.lianxin.analytics.local.finbench.TracingReads.id;
import static org.lianxin.analytics.local.finbench.TracingReads.sortedById;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lianxin.analytics.local.finbench.Answers.Sum;

/** The six simple reads. */
final class SimpleReads {
    private final FinGraph graph;
    private final Nodes accounts;

    SimpleReads(FinGraph graph) {
        this.graph = graph;
        accounts = graph.all(Node.ACCOUNT);
    }

    /** An account by itself; null if there is none. */
    @org.jspecify.annotations.Nullable
    Object account(Question question) {
        int account = accounts.find(question.id("id"));
        return account < 0 || account >= accounts.listed()
                ? null
                : row(
                        "createTime",
                        accounts.created()[account],
                        "isBlocked",
                        accounts.blocked()[account],
                        "type",
                        accounts.types().get(account));
    }

    /** What went out and came in. */
    Object totals(Question question) {
        int account = accounts.find(question.id("id"));
        var out = new Sum();
        var in = new Sum();
        if (account >= 0) {
            graph.out(Relation.TRANSFER)
                    .within(account, question.start(), question.end(), (other, time, amount) -> out.add(amount));
            graph.in(Relation.TRANSFER)
                    .within(account, question.start(), question.end(), (other, time, amount) -> in.add(amount));
        }
        return row(
                "sumEdge1Amount",
                out.rounded(),
                "maxEdge1Amount",
                rounded(out.max),
                "numEdge1",
                out.count,
                "sumEdge2Amount",
                in.rounded(),
                "maxEdge2Amount",
                rounded(in.max),
                "numEdge2",
                in.count);
    }

    /** Share of the large transfers in that came from blocked accounts. */
    Object blockedShare(Question question) {
        int account = accounts.find(question.id("id"));
        double least = question.number("threshold");
        var all = new Sum();
        var blocked = new Sum();
        if (account >= 0) {
            graph.in(Relation.TRANSFER).within(account, question.start(), question.end(), (other, time, amount) -> {
                if (amount > least) {
                    all.add(amount);
                    if (accounts.blocked()[other]) {
                        blocked.add(amount);
                    }
                }
            });
        }
        return row("blockRatio", ratio(blocked.count, all.count, all.count > 0));
    }

    /** Large transfers out or in, by the account on the other side. */
    Object byOther(Question question, boolean out) {
        int account = accounts.find(question.id("id"));
        double least = question.number("threshold");
        var sums = new HashMap<Integer, Sum>();
        if (account >= 0) {
            (out ? graph.out(Relation.TRANSFER) : graph.in(Relation.TRANSFER))
                    .within(account, question.start(), question.end(), (other, time, amount) -> {
                        if (amount > least) {
                            sums.computeIfAbsent(other, fresh -> new Sum()).add(amount);
                        }
                    });
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (int other : sortedById(sums.keySet(), accounts)) {
            var sum = java.util.Objects.requireNonNull(sums.get(other));
            rows.add(row(
                    out ? "dstId" : "srcId", id(accounts, other), "numEdges", sum.count, "sumAmount", sum.rounded()));
        }
        rows.sort(Comparator.comparing((Map<String, Object> one) -> (Double) one.get("sumAmount"))
                .reversed());
        return List.copyOf(rows);
    }

    /** Blocked accounts that somebody pays who also pays this one. */
    Object sameSources(Question question) {
        int account = accounts.find(question.id("id"));
        var found = new TreeSet<Integer>();
        if (account >= 0) {
            var middles = new TreeSet<Integer>();
            graph.in(Relation.TRANSFER)
                    .within(account, question.start(), question.end(), (middle, time, amount) -> middles.add(middle));
            for (int middle : middles) {
                graph.out(Relation.TRANSFER).within(middle, question.start(), question.end(), (other, time, amount) -> {
                    if (accounts.blocked()[other] && other != account) {
                        found.add(other);
                    }
                });
            }
        }
        return sortedById(found, accounts).stream()
                .map(other -> row("dstId", id(accounts, other)))
                .toList();
    }
}

package org.lianxin.analytics.local.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.LinkedGroup;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.TraceFinding;

/** Puts findings together by subject: most of the victims' money first, then most money in patterns, then by account. */
final class Subjects {
    private final Map<String, LinkedGroup> groups = new HashMap<>();
    private final Map<String, AccountFlow> flows = new HashMap<>();
    private final Map<String, List<FlowEdge>> edges = new HashMap<>();
    private final Map<String, List<Subject.Pattern>> patterns = new HashMap<>();

    private Subjects(TraceFinding trace, LinkFinding links, List<PatternFinding> found) {
        links.groups().forEach(group -> group.accounts().forEach(account -> groups.put(account, group)));
        trace.accounts().forEach(flow -> flows.put(flow.account(), flow));
        for (var edge : trace.edges()) {
            edges.computeIfAbsent(edge.from(), fresh -> new ArrayList<>()).add(edge);
            edges.computeIfAbsent(edge.to(), fresh -> new ArrayList<>()).add(edge);
        }
        found.forEach(finding -> finding.matches()
                .forEach(match -> patterns.computeIfAbsent(match.centre(), fresh -> new ArrayList<>())
                        .add(new Subject.Pattern(finding.spec().kind(), match))));
    }

    /** Whoever received victims' money or is the centre of a pattern, with those they are linked with; no victim's account. */
    static List<Subject> of(TraceFinding trace, LinkFinding links, List<PatternFinding> patterns) {
        return new Subjects(trace, links, patterns).all();
    }

    private List<Subject> all() {
        var subjects = new ArrayList<Subject>();
        var named = new HashSet<String>();
        flows.values().stream()
                .filter(flow -> flow.layer() > 0)
                .map(AccountFlow::account)
                .sorted()
                .forEach(account -> add(account, named, subjects));
        patterns.keySet().stream().sorted().forEach(account -> add(account, named, subjects));
        return subjects.stream()
                .sorted(Comparator.comparingLong(Subject::taintedReceived)
                        .thenComparingLong(Subject::inPatterns)
                        .reversed()
                        .thenComparing(subject -> subject.accounts().getFirst()))
                .toList();
    }

    /** Once for all accounts of a group, which may be tens of thousands. */
    private void add(String account, Set<String> named, List<Subject> subjects) {
        if (named.contains(account)) {
            return;
        }
        var group = groups.get(account);
        List<String> accounts = group == null ? List.of(account) : group.accounts();
        named.addAll(accounts);
        subjects.add(new Subject(
                accounts,
                group == null ? List.of() : group.identifiers(),
                accounts.stream().filter(flows::containsKey).map(flows::get).toList(),
                accounts.stream()
                        .flatMap(one -> edges.getOrDefault(one, List.of()).stream())
                        .distinct()
                        .sorted(Comparator.comparing(FlowEdge::time).thenComparing(FlowEdge::transactionId))
                        .toList(),
                accounts.stream()
                        .flatMap(one -> patterns.getOrDefault(one, List.of()).stream())
                        .toList()));
    }
}

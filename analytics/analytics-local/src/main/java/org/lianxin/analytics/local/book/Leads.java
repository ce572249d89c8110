package org.lianxin.analytics.local.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.imports.CaseIndex;

/** What was found in a case, put together by subject, with the way back to every row: what book and workbook are made of. */
public final class Leads {
    final CaseIndex index;
    final TraceFinding trace;
    final LinkFinding links;
    final List<PatternFinding> patterns;
    final List<Subject> subjects;
    private final Map<String, Integer> transfers;
    private final Map<Integer, List<Integer>> callsOf = new HashMap<>();

    public Leads(CaseIndex index, TraceFinding trace, LinkFinding links, List<PatternFinding> patterns) {
        this.index = index;
        this.trace = trace;
        this.links = links;
        this.patterns = List.copyOf(patterns);
        subjects = Subjects.of(trace, links, patterns);
        var ids = new HashSet<String>();
        trace.edges().forEach(edge -> ids.add(edge.transactionId()));
        matches(patterns).forEach(match -> ids.addAll(match.transactionIds()));
        transfers = index.findTransfers(ids);
        gatherCalls();
    }

    /** Of the subjects' numbers only: a case may hold tens of millions of calls. */
    private void gatherCalls() {
        subjects.forEach(subject -> phonesOf(subject).forEach(phone -> callsOf.put(phone, new ArrayList<>())));
        var calls = index.calls();
        for (int call = 0; call < calls.size(); call++) {
            for (int phone : List.of(calls.from().get(call), calls.to().get(call))) {
                var own = callsOf.get(phone);
                if (own != null) {
                    own.add(call);
                }
            }
        }
    }

    private SortedSet<Integer> phonesOf(Subject subject) {
        var phones = new TreeSet<Integer>();
        for (String account : subject.accounts()) {
            int number = index.findAccount(account);
            for (int identifier : number < 0 ? List.<Integer>of() : index.identifiersOf(number)) {
                if (index.identifier(identifier).startsWith("phone:")) {
                    phones.add(identifier);
                }
            }
        }
        return phones;
    }

    static List<PatternMatch> matches(List<PatternFinding> patterns) {
        return patterns.stream().flatMap(finding -> finding.matches().stream()).toList();
    }

    /** File and line of a transaction; empty if the case does not hold it. */
    String origin(String transactionId) {
        Integer transfer = transfers.get(transactionId);
        return transfer == null ? "" : index.origin(transfer);
    }

    /**
     * Calls of a subject's telephone numbers.
     *
     * @param first number of the first call
     */
    record Calls(String own, String other, int count, int first, int last) {}

    /** By own number, then by the other. */
    List<Calls> callsOf(Subject subject) {
        var found = new TreeMap<String, Calls>();
        for (int phone : phonesOf(subject)) {
            String own = index.identifier(phone);
            for (int call : callsOf.getOrDefault(phone, List.of())) {
                int from = index.calls().from().get(call);
                String other =
                        index.identifier(from == phone ? index.calls().to().get(call) : from);
                found.merge(
                        own + " " + other,
                        new Calls(own, other, 1, call, call),
                        (a, b) -> new Calls(own, other, a.count + 1, a.first, call));
            }
        }
        return List.copyOf(found.values());
    }
}

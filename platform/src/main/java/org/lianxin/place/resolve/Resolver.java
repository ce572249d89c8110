package org.lianxin.place.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.lianxin.place.Candidate;
import org.lianxin.place.Resolution;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.Gazetteer;
import org.lianxin.place.gazetteer.OtherNames.OtherName;

/** Turns texts into ranked divisions. Safe for many threads: each borrows a {@link Parse} of its own. */
public final class Resolver {

    private static final int OTHERS = 10;
    private static final Pattern CODE = Pattern.compile("\\s*(\\d{6}|\\d{9}|\\d{12})\\s*");
    private static final Resolution NOTHING = new Resolution(List.of(), 0, false);

    private final Atlas atlas;
    private final Gazetteer gazetteer;
    private final Reasons reasons;
    private final ConcurrentLinkedQueue<Parse> idle = new ConcurrentLinkedQueue<>();

    public Resolver(Atlas atlas) {
        this.atlas = atlas;
        gazetteer = atlas.gazetteer();
        reasons = new Reasons(gazetteer);
    }

    /** What the text may mean; nothing when it names no division at all. */
    public Resolution resolve(String text) {
        Resolution byCode = CODE.matcher(text).matches() ? resolveCode(text.strip()) : NOTHING;
        if (!byCode.candidates().isEmpty()) {
            return byCode;
        }
        Parse borrowed = idle.poll();
        Parse parse = borrowed == null ? new Parse(atlas) : borrowed;
        try {
            parse.read(text);
            return rank(parse);
        } finally {
            idle.offer(parse);
        }
    }

    private Resolution resolveCode(String code) {
        int node = gazetteer.find(code);
        if (node >= 0) {
            return new Resolution(List.of(new Candidate(code, gazetteer.fullName(node), 1, "代码一致")), 1, false);
        }
        Map<Integer, Candidate> heirs = new LinkedHashMap<>();
        for (OtherName name : atlas.otherNames().listByCode(code)) {
            for (int heir : name.heirs()) {
                String why = "旧代码：" + name.untilYear() + " 年前" + code;
                heirs.putIfAbsent(heir, new Candidate(gazetteer.code(heir), gazetteer.fullName(heir), 0.95, why));
            }
        }
        return new Resolution(List.copyOf(heirs.values()), heirs.size(), heirs.size() > 1);
    }

    private Resolution rank(Parse parse) {
        int[] ranked = bestPerNode(parse.states);
        if (ranked.length == 0) {
            return NOTHING;
        }
        double best = parse.states.scoreAtEnd(ranked[0]);
        int fitting = 1;
        while (fitting < ranked.length && parse.states.scoreAtEnd(ranked[fitting]) > best - States.SAME) {
            fitting++;
        }
        List<Integer> equals = withoutThoseBelowAnother(parse.states, ranked, fitting);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(equals.size(), Resolution.LIMIT); i++) {
            candidates.add(candidate(parse, equals.get(i)));
        }
        Set<Integer> listed = new HashSet<>(equals);
        for (int i = 0; i < ranked.length && candidates.size() < OTHERS; i++) {
            if (!listed.contains(ranked[i])) {
                candidates.add(candidate(parse, ranked[i]));
            }
        }
        return new Resolution(candidates, equals.size(), equals.size() > 1);
    }

    /** The best state of each node that scores enough, best first, then those that are written in full, then by code. */
    private static int[] bestPerNode(States states) {
        long[] order = new long[states.size];
        int count = 0;
        for (int state = 0; state < states.size; state++) {
            double score = states.scoreAtEnd(state);
            if (score >= Parse.LEAST) {
                long otherTail = states.fit[state] == Fit.LITERAL ? 0 : 1;
                long falling = 0xFFFFFFL - (long) (score * 1000 + 0.5);
                order[count++] = falling << 38 | otherTail << 37 | (long) states.node[state] << 16 | state;
            }
        }
        Arrays.sort(order, 0, count);
        int[] ranked = new int[count];
        Set<Integer> seen = new HashSet<>();
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int state = (int) (order[i] & 0xFFFF);
            if (seen.add(states.node[state])) {
                ranked[kept++] = state;
            }
        }
        return Arrays.copyOf(ranked, kept);
    }

    private List<Integer> withoutThoseBelowAnother(States states, int[] ranked, int fitting) {
        Set<Integer> nodes = new HashSet<>();
        for (int i = 0; i < fitting; i++) {
            nodes.add(states.node[ranked[i]]);
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < fitting; i++) {
            int above = gazetteer.parent(states.node[ranked[i]]);
            while (above >= 0 && !nodes.contains(above)) {
                above = gazetteer.parent(above);
            }
            if (above < 0) {
                kept.add(ranked[i]);
            }
        }
        return kept;
    }

    private Candidate candidate(Parse parse, int state) {
        int node = parse.states.node[state];
        int explainable = Math.max(1, parse.states.end[state] - parse.query.start);
        double share = parse.states.scoreAtEnd(state) / explainable;
        double score = Math.round(Math.clamp(share, 0.01, 1) * 100) / 100.0;
        return new Candidate(gazetteer.code(node), gazetteer.fullName(node), score, reasons.explain(parse, state));
    }
}

package org.lianxin.indicator.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** IN-11: which way works better: every group against all others together, by intervals that do not overlap; otherwise nothing is said. */
public final class Comparison {

    /** Below so many cases a group says nothing. */
    public static final int FEWEST = 30;

    private Comparison() {}

    /** What can honestly be said of a group. */
    public enum Verdict {
        BETTER,
        WORSE,
        /** 数据不足: too few cases, or the intervals overlap. */
        NOT_ENOUGH
    }

    /** So many cases, so many of them so. */
    public record Group(String key, long n, long of) {}

    /** @param interval null where there are too few cases to show one */
    public record Judged(Group group, @Nullable Wilson interval, Verdict verdict) {}

    public static List<Judged> judge(List<Group> groups) {
        long n = groups.stream().mapToLong(Group::n).sum();
        long of = groups.stream().mapToLong(Group::of).sum();
        return groups.stream()
                .map(each -> judge(each, new Group("", n - each.n(), of - each.of())))
                .toList();
    }

    private static Judged judge(Group group, Group others) {
        if (group.of() < FEWEST) {
            return new Judged(group, null, Verdict.NOT_ENOUGH);
        }
        Wilson own = Wilson.of(group.n(), group.of());
        if (others.of() < FEWEST) {
            return new Judged(group, own, Verdict.NOT_ENOUGH);
        }
        Wilson rest = Wilson.of(others.n(), others.of());
        Verdict verdict = own.isAbove(rest) ? Verdict.BETTER : rest.isAbove(own) ? Verdict.WORSE : Verdict.NOT_ENOUGH;
        return new Judged(group, own, verdict);
    }
}

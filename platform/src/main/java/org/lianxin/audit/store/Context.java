package org.lianxin.audit.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions.Actor;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;

/** As whom a transaction runs: a viewer, a job, or a job on behalf of a viewer. */
record Context(@Nullable Viewer viewer, @Nullable SystemJob job) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final String FIELD = "\u001f";
    private static final String AFTER_ALL_PATHS = "~";

    Context {
        if (viewer == null && job == null) {
            throw new IllegalArgumentException("a context is for a viewer, a job or both");
        }
    }

    /** Whether content is open by the context itself: for a job of its own, whose entry is written once a minute. */
    boolean opensContent() {
        return viewer == null && job != null && job.content();
    }

    boolean isFor(Viewer other) {
        return viewer == null || viewer.staffId().equals(other.staffId());
    }

    Actor actor() {
        if (viewer != null) {
            return new Actor(plain(viewer.staffNumber()), viewer.staffId(), viewer.unitId(), viewer);
        }
        return new Actor(plain(jobName()), null, null, null);
    }

    String jobName() {
        return job == null ? "" : job.name();
    }

    /** What {@code audit.enter} reads; the order of the fields is written there. */
    String payload(int backendPid, long expiresAtMillis) {
        Range range = range();
        Viewer by = viewer;
        return String.join(
                FIELD,
                "1",
                Integer.toString(backendPid),
                Long.toString(expiresAtMillis),
                actor().name(),
                by == null ? "" : by.staffId().toString(),
                by == null ? "" : by.unitId().toString(),
                by == null ? "" : by.unitPath().value(),
                range.lo,
                range.hi,
                chosen(),
                isAll() ? "t" : "f",
                isOwn() ? "t" : "f",
                opensContent() ? "t" : "f",
                plain(jobName()),
                by == null ? "" : plain(by.name()),
                by == null ? "" : roles(by));
    }

    private boolean isAll() {
        return job != null || (viewer != null && viewer.scope() == DataScope.ALL);
    }

    private boolean isOwn() {
        return job == null && viewer != null && viewer.scope() == DataScope.OWN;
    }

    private Range range() {
        if (viewer == null || isAll()) {
            return new Range("", AFTER_ALL_PATHS);
        }
        UnitPath path = viewer.unitPath();
        return switch (viewer.scope()) {
            case ALL -> new Range("", AFTER_ALL_PATHS);
            case UNIT_AND_BELOW -> new Range(path.value(), path.end());
            case UNIT -> new Range(path.value(), path.value() + '\u0001');
            case CHOSEN_UNITS, OWN -> new Range("", "");
        };
    }

    private String chosen() {
        List<UnitPath> units = viewer == null || isAll() ? List.of() : viewer.chosen();
        return units.stream().map(UnitPath::value).collect(Collectors.joining(","));
    }

    private static String roles(Viewer viewer) {
        return viewer.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** Control characters separate the fields, so none may stand inside one. */
    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    private record Range(String lo, String hi) {}
}

package org.lianxin.indicator.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.indicator.domain.Comparison;
import org.lianxin.indicator.domain.Wilson;
import org.lianxin.indicator.store.CountStore;
import org.lianxin.indicator.store.FactStore;
import org.lianxin.indicator.store.FactStore.Tried;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Service;

/** IN-11: which script, channel and time of day works. Never who. */
@Service
public class Comparisons {

    /** As long as calls are kept after an episode was closed (RE-01). */
    static final int DAYS = 90;

    private static final SystemJob JOB = new SystemJob("indicator.comparison", false);

    private final ScopedTransactions transactions;
    private final FactStore facts;
    private final CountStore counts;
    private final FigureBoards boards;

    Comparisons(ScopedTransactions transactions, FactStore facts, CountStore counts, FigureBoards boards) {
        this.transactions = transactions;
        this.facts = facts;
        this.counts = counts;
        this.boards = boards;
    }

    public record Page(int days, int fewest, List<Compared> items) {}

    /**
     * @param what script, channel or hour
     * @param measure reached, believed or saved
     */
    public record Compared(String what, String measure, List<Group> groups) {}

    /**
     * @param key script and its version, the channel's word, or the first of three hours
     * @param of cases; null where there are too few to say anything
     * @param percent, low, high in whole per cent; null with {@code of}
     * @param verdict better, worse or not-enough
     */
    public record Group(
            String key,
            @Nullable Long of,
            @Nullable Integer percent,
            @Nullable Integer low,
            @Nullable Integer high,
            String verdict) {}

    /** The unit alone must be one whose whole tree the viewer reaches: a comparison of parts would tell of the parts. */
    public Page of(Viewer viewer, @Nullable UUID asked) {
        UnitRef unit = boards.unit(viewer, asked);
        if (viewer.scope() == DataScope.UNIT) {
            throw Refused.of(403, "indicator.own-unit-only");
        }
        List<Tried> tried = transactions.runAs(JOB, () -> {
            LocalDate since = counts.today().minusDays(DAYS);
            return facts.tried(unit.path(), since);
        });
        List<Compared> compared = new ArrayList<>();
        compared.add(compare("hour", "reached", tried, Tried::reached, Tried::of));
        compared.add(compare("script", "believed", tried, Tried::believed, Tried::told));
        compared.add(compare("channel", "believed", tried, Tried::believed, Tried::told));
        compared.add(compare("hour", "believed", tried, Tried::believed, Tried::told));
        compared.add(compare("script", "saved", tried, Tried::saved, Tried::of));
        compared.add(compare("channel", "saved", tried, Tried::saved, Tried::of));
        return new Page(DAYS, Comparison.FEWEST, compared);
    }

    private static Compared compare(
            String what, String measure, List<Tried> tried, ToLongFunction<Tried> n, ToLongFunction<Tried> of) {
        List<Comparison.Group> groups = tried.stream()
                .filter(each -> each.what().equals(what))
                .map(each -> new Comparison.Group(each.key(), n.applyAsLong(each), of.applyAsLong(each)))
                .toList();
        return new Compared(
                what,
                measure,
                Comparison.judge(groups).stream().map(Comparisons::group).toList());
    }

    private static Group group(Comparison.Judged judged) {
        Wilson interval = judged.interval();
        String verdict = judged.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Comparison.Group group = judged.group();
        return interval == null
                ? new Group(group.key(), null, null, null, null, verdict)
                : new Group(
                        group.key(),
                        group.of(),
                        percent((double) group.n() / group.of()),
                        percent(interval.low()),
                        percent(interval.high()),
                        verdict);
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }
}

package org.lianxin.indicator.board;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianxin.indicator.domain.UnitTree;
import org.lianxin.indicator.store.CountStore;
import org.springframework.stereotype.Component;

/**
 * IN-07: false alarms by source. Every source is a figure of its own; neither their sum nor the number of warnings of a source is shown,
 * and the rate is in whole per cent, so nothing hidden can be worked out from the others.
 */
@Component
class SourceTable {

    private static final int MOST = 12;
    private static final int FEWEST_WARNINGS = 100;

    private final CountStore counts;

    SourceTable(CountStore counts) {
        this.counts = counts;
    }

    private static final class OfSource {
        private final Map<UUID, Long> warnings = new HashMap<>();
        private final Map<UUID, Long> falseAlarms = new HashMap<>();
        private long all;
    }

    List<FigureBoard.Source> of(UnitTree tree, UUID unit, YearMonth month) {
        Map<String, OfSource> sources = new HashMap<>();
        for (CountStore.OfSource each : counts.sources(month)) {
            OfSource source = sources.computeIfAbsent(each.source(), any -> new OfSource());
            source.warnings.merge(each.unitId(), each.warnings(), Long::sum);
            source.falseAlarms.merge(each.unitId(), each.falseAlarms(), Long::sum);
            source.all += each.warnings();
        }
        return sources.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, OfSource> each) -> -each.getValue().all)
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(each -> source(tree, unit, each.getKey(), each.getValue()))
                .toList();
    }

    private static FigureBoard.Source source(UnitTree tree, UUID unit, String name, OfSource source) {
        UnitTree.One alarms = tree.one(source.falseAlarms);
        long warnings = tree.one(source.warnings).of(unit);
        if (alarms.isHidden(unit)) {
            return new FigureBoard.Source(name, true, null, null);
        }
        long n = alarms.of(unit);
        Integer percent = warnings < FEWEST_WARNINGS ? null : (int) Math.round(100.0 * n / warnings);
        return new FigureBoard.Source(name, false, n, percent);
    }
}

package org.lianxin.indicator.board;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.indicator.domain.Figure;
import org.lianxin.indicator.store.FactStore;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Service;

/** The warnings behind a figure: content-free rows within the viewer's scope, for those who work with warnings. */
@Service
public class FigureRows {

    private static final int SIZE = 50;

    private final ScopedTransactions transactions;
    private final FactStore facts;
    private final FigureBoards boards;
    private final Units units;

    FigureRows(ScopedTransactions transactions, FactStore facts, FigureBoards boards, Units units) {
        this.transactions = transactions;
        this.facts = facts;
        this.boards = boards;
        this.units = units;
    }

    /** A row with its unit's name. */
    public record Behind(FactStore.Row fact, String unit) {}

    static boolean mayRead(Viewer viewer) {
        return viewer.has(Role.WARNING_CLERK) || viewer.has(Role.DISPATCHER);
    }

    /** @param after where the last screen ended; null for the first one */
    public Slice<Behind> list(
            Viewer viewer, @Nullable UUID asked, YearMonth month, Figure figure, @Nullable String after) {
        UnitRef unit = boards.unit(viewer, asked);
        FactStore.Behind behind = new FactStore.Behind(
                unit.path(), month.atDay(1), month.plusMonths(1).atDay(1), figure.word());
        List<FactStore.Row> rows =
                transactions.run(viewer, () -> facts.list(behind, after == null ? null : cursor(after), SIZE + 1));
        Slice<FactStore.Row> slice = Slice.of(rows, SIZE, row -> row.receivedAt() + "_" + row.id());
        return new Slice<>(
                slice.items().stream()
                        .map(row -> new Behind(row, units.get(row.unitId()).name()))
                        .toList(),
                slice.next());
    }

    private static FactStore.Cursor cursor(String after) {
        try {
            int end = after.indexOf('_');
            return new FactStore.Cursor(
                    Instant.parse(after.substring(0, end)), UUID.fromString(after.substring(end + 1)));
        } catch (RuntimeException e) {
            throw Refused.of(400, "shared.invalid", "after");
        }
    }
}

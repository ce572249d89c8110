package org.lianxin.warning.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Action;
import org.lianxin.shared.Words;
import org.lianxin.warning.bulk.ImportRow;
import org.lianxin.warning.bulk.ImportState;
import org.lianxin.warning.bulk.Reject;
import org.lianxin.warning.domain.Columns.Column;

/** Imports as the screen and the command line show them. */
final class ImportViews {

    private ImportViews() {}

    /** @param kept with its values; false when it is on the stop list */
    record ColumnView(
            String letter, String header, @Nullable String field, boolean kept, boolean stopped) {
        static ColumnView of(Column column) {
            String field = column.field() == null ? null : column.field().json();
            return new ColumnView(column.letter(), column.header(), field, !column.stopped(), column.stopped());
        }
    }

    record ImportView(
            String id,
            String number,
            String fileName,
            long bytes,
            @Nullable String sheet,
            String state,
            List<ColumnView> columns,
            int rows,
            int accepted,
            int merged,
            int history,
            int rejected,
            int duplicate,
            int processed,
            int perSecond,
            @Nullable Long secondsLeft,
            int stopListCells,
            @Nullable Integer keptHandled,
            String madeBy,
            Instant madeAt,
            @Nullable Instant endedAt,
            @Nullable String message,
            List<Action> actions) {}

    record RejectView(
            int row, String column, String letter, String header, String code, String message, List<String> cells) {
        static RejectView of(Reject reject) {
            return new RejectView(
                    reject.row(),
                    reject.header().isEmpty() ? reject.letter() : reject.header(),
                    reject.letter(),
                    reject.header(),
                    reject.code(),
                    ProblemWords.say(reject.code(), reject.arguments()),
                    reject.cells());
        }
    }

    /** @param madeBy the name of whoever brought it */
    static ImportView view(ImportRow row, String madeBy) {
        double seconds = seconds(row);
        int perSecond = seconds <= 0 ? 0 : (int) (row.processed() / seconds);
        return new ImportView(
                row.id().toString(),
                row.number(),
                row.fileName(),
                row.bytes(),
                row.sheet(),
                row.state().word(),
                row.columns().stream().map(ColumnView::of).toList(),
                row.rows(),
                row.tally().accepted(),
                row.tally().merged(),
                row.tally().history(),
                row.tally().rejected(),
                row.tally().duplicate(),
                row.processed(),
                perSecond,
                secondsLeft(row, perSecond),
                row.stoppedCells(),
                row.keptHandled(),
                madeBy,
                row.madeAt(),
                row.endedAt(),
                message(row),
                actions(row));
    }

    private static double seconds(ImportRow row) {
        Instant from = row.startedAt() == null ? row.madeAt() : row.startedAt();
        Instant to = row.endedAt() == null ? row.readAt() : row.endedAt();
        return Duration.between(from, to).toMillis() / 1_000.0;
    }

    private static @Nullable Long secondsLeft(ImportRow row, int perSecond) {
        boolean knowsEnd = row.state() == ImportState.WRITING && row.rows() > 0 && perSecond > 0;
        return knowsEnd ? (long) (row.rows() - row.processed()) / perSecond : null;
    }

    private static @Nullable String message(ImportRow row) {
        ImportRow.Problem problem = row.problem();
        if (problem == null) {
            return null;
        }
        String key = "warning.file." + problem.code();
        return Words.say(key, problem.arguments().toArray());
    }

    private static List<Action> actions(ImportRow row) {
        ImportState state = row.state();
        List<Action> actions = new ArrayList<>();
        actions.add(action("confirm", state == ImportState.DRY_RUN_DONE, "warning.action.import-confirm"));
        boolean cancellable =
                state == ImportState.READING || state == ImportState.DRY_RUN_DONE || state == ImportState.WRITING;
        actions.add(action("cancel", cancellable, "warning.action.import-cancel"));
        boolean undoable = state == ImportState.DONE || (state == ImportState.FAILED && row.rows() > 0);
        actions.add(action("undo", undoable, "warning.action.import-undo"));
        boolean readable =
                state == ImportState.DRY_RUN_DONE || state == ImportState.WRITING || state == ImportState.DONE;
        actions.add(action("workbook", readable, "warning.action.import-workbook"));
        return actions;
    }

    private static Action action(String name, boolean open, String key) {
        return open ? Action.open(name) : Action.closed(name, Words.say(key));
    }
}

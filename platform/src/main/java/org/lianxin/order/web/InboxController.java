package org.lianxin.order.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.OrderView;
import org.lianxin.order.desk.Board;
import org.lianxin.order.desk.Board.BoardView;
import org.lianxin.order.desk.Board.Whose;
import org.lianxin.order.store.InboxStore.Counts;
import org.lianxin.order.store.InboxStore.Screen;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One inbox per person and unit, and the unit's board. */
@RestController
@RequestMapping("/api/order")
class InboxController {

    private static final int BOARD = 100;

    private final ScopedTransactions transactions;
    private final Board board;

    InboxController(ScopedTransactions transactions, Board board) {
        this.transactions = transactions;
        this.board = board;
    }

    @GetMapping("/inbox")
    Slice<OrderView> inbox(
            Viewer viewer,
            @RequestParam(defaultValue = "unit") String unit,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        Whose whose = whose(unit);
        Screen screen = new Screen(after, size, kind == null ? null : Fields.text("kind", kind, 60));
        return transactions.run(viewer, () -> switch (state) {
            case "open" -> board.open(viewer, whose, screen);
            case "issued-by" -> board.issuedBy(viewer, screen);
            case "done-today" -> board.doneToday(viewer, whose, size);
            case "exceptions" -> board.exceptions(viewer, screen);
            default -> throw Refused.of(400, "shared.invalid", "state");
        });
    }

    @GetMapping("/counts")
    Counts counts(Viewer viewer, @RequestParam(defaultValue = "unit") String unit) {
        Whose whose = whose(unit);
        return transactions.run(viewer, () -> board.counts(viewer, whose));
    }

    @GetMapping("/board")
    BoardView board(Viewer viewer, @RequestParam(required = false) @Nullable UUID unit) {
        return transactions.run(viewer, () -> board.board(viewer, unit == null ? viewer.unitId() : unit, BOARD));
    }

    private static Whose whose(String unit) {
        return switch (unit) {
            case "me" -> Whose.ME;
            case "unit" -> Whose.UNIT;
            default -> throw Refused.of(400, "shared.invalid", "unit");
        };
    }
}

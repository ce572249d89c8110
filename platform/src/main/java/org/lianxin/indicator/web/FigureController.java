package org.lianxin.indicator.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.indicator.board.Comparisons;
import org.lianxin.indicator.board.FigureBoard;
import org.lianxin.indicator.board.FigureBoards;
import org.lianxin.indicator.board.FigureRows;
import org.lianxin.indicator.board.FigureSheet;
import org.lianxin.indicator.domain.Figure;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of a unit and a month, the warnings behind them, and what works. */
@RestController
@RequestMapping("/api/indicator")
class FigureController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FigureBoards boards;
    private final FigureRows rows;
    private final Comparisons comparisons;

    FigureController(FigureBoards boards, FigureRows rows, Comparisons comparisons) {
        this.boards = boards;
        this.rows = rows;
        this.comparisons = comparisons;
    }

    @GetMapping("/figures")
    FigureBoard figures(
            Viewer viewer,
            @RequestParam(name = "unit", required = false) @Nullable UUID unit,
            @RequestParam(name = "month", required = false) @Nullable String month) {
        return boards.of(viewer, unit, month == null ? null : month(month));
    }

    @GetMapping("/figures/workbook")
    ResponseEntity<byte[]> workbook(
            Viewer viewer,
            @RequestParam(name = "unit", required = false) @Nullable UUID unit,
            @RequestParam(name = "month", required = false) @Nullable String month) {
        FigureBoard board = boards.of(viewer, unit, month == null ? null : month(month));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FigureSheet.write(out, board);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = Words.say("indicator.sheet.file", board.unit().name(), board.month()) + ".xlsx";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .body(out.toByteArray());
    }

    @GetMapping("/rows")
    Slice<RowView> rows(
            Viewer viewer,
            @RequestParam(name = "unit", required = false) @Nullable UUID unit,
            @RequestParam("month") String month,
            @RequestParam("figure") String figure,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        Figure known = Figure.find(figure).orElseThrow(() -> Refused.of(400, "shared.invalid", "figure"));
        Slice<FigureRows.Behind> slice = rows.list(viewer, unit, month(month), known, after);
        return new Slice<>(slice.items().stream().map(RowView::of).toList(), slice.next());
    }

    @GetMapping("/comparisons")
    Comparisons.Page comparisons(Viewer viewer, @RequestParam(name = "unit", required = false) @Nullable UUID unit) {
        return comparisons.of(viewer, unit);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.of(400, "shared.invalid", "month");
        }
    }
}

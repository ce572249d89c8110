package org.lianxin.indicator.board;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lianxin.indicator.board.FigureBoard.Defined;
import org.lianxin.indicator.board.FigureBoard.Reading;
import org.lianxin.indicator.board.FigureBoard.Value;
import org.lianxin.shared.Words;

/** The board as a workbook: units, months, sources, and what each figure means. What the page hides, it hides. */
public final class FigureSheet {

    private static final int HEAD = 2;

    private FigureSheet() {}

    public static void write(OutputStream out, FigureBoard board) throws IOException {
        try (Workbook workbook = new Workbook(out, "Lianxin", "1.0")) {
            units(workbook.newWorksheet(Words.say("indicator.sheet.units")), board);
            months(workbook.newWorksheet(Words.say("indicator.sheet.months")), board);
            sources(workbook.newWorksheet(Words.say("indicator.sheet.sources")), board);
            definitions(workbook.newWorksheet(Words.say("indicator.sheet.definitions")), board);
        }
    }

    private static void units(Worksheet sheet, FigureBoard board) {
        text(sheet, 0, 0, board.unit().name() + "  " + board.month());
        heads(sheet, HEAD, Words.say("indicator.sheet.unit"), board.figures());
        int row = HEAD;
        for (FigureBoard.Row each : board.rows()) {
            text(sheet, ++row, 0, each.name());
            values(sheet, row, board.figures(), each.values());
        }
        text(
                sheet,
                row + 2,
                0,
                board.frozenAt() == null
                        ? Words.say("indicator.sheet.running")
                        : Words.say("indicator.sheet.frozen", board.frozenAt().toString()));
        text(sheet, row + 3, 0, Words.say("indicator.sheet.hidden"));
    }

    /** Every figure, its rate, and as it was frozen where that differs. */
    private static void values(Worksheet sheet, int row, List<Defined> figures, Map<String, Value> values) {
        for (int i = 0; i < figures.size(); i++) {
            Value value = values.get(figures.get(i).id());
            if (value == null || value.hidden()) {
                text(sheet, row, 1 + 3 * i, Words.say("indicator.hidden"));
                continue;
            }
            number(sheet, row, 1 + 3 * i, figures.get(i), value.now());
            Reading now = value.now();
            Double rate = now == null ? null : now.rate();
            if (rate != null) {
                sheet.value(row, 2 + 3 * i, Math.round(rate * 10) / 10.0);
            }
            number(sheet, row, 3 + 3 * i, figures.get(i), value.frozen());
        }
    }

    private static void number(Worksheet sheet, int row, int column, Defined figure, @Nullable Reading number) {
        if (number != null && figure.measure().equals("cents")) {
            sheet.value(row, column, number.n() / 100.0);
        } else if (number != null) {
            sheet.value(row, column, number.n());
        }
    }

    private static void heads(Worksheet sheet, int row, String first, List<Defined> figures) {
        head(sheet, row, 0, first);
        for (int i = 0; i < figures.size(); i++) {
            head(sheet, row, 1 + 3 * i, figures.get(i).name());
            head(sheet, row, 2 + 3 * i, figures.get(i).unit());
            head(sheet, row, 3 + 3 * i, Words.say("indicator.sheet.as-frozen"));
        }
    }

    private static void months(Worksheet sheet, FigureBoard board) {
        head(sheet, 0, 0, Words.say("indicator.sheet.month"));
        for (int i = 0; i < board.figures().size(); i++) {
            head(sheet, 0, i + 1, board.figures().get(i).name());
        }
        for (int row = 0; row < board.trend().size(); row++) {
            FigureBoard.Month month = board.trend().get(row);
            text(sheet, row + 1, 0, month.month());
            for (int i = 0; i < board.figures().size(); i++) {
                Defined figure = board.figures().get(i);
                number(sheet, row + 1, i + 1, figure, month.values().get(figure.id()));
            }
        }
    }

    private static void sources(Worksheet sheet, FigureBoard board) {
        head(sheet, 0, 0, Words.say("indicator.sheet.source"));
        head(sheet, 0, 1, Words.say("indicator.sheet.false-alarms"));
        head(sheet, 0, 2, Words.say("indicator.unit.share"));
        int row = 0;
        for (FigureBoard.Source each : board.sources()) {
            text(sheet, ++row, 0, each.source());
            if (each.hidden()) {
                text(sheet, row, 1, Words.say("indicator.hidden"));
            } else {
                sheet.value(row, 1, each.falseAlarms());
                sheet.value(row, 2, each.percent());
            }
        }
    }

    private static void definitions(Worksheet sheet, FigureBoard board) {
        List<String> heads =
                List.of(Words.say("indicator.sheet.definition-heads").split("[，,] *", -1));
        for (int i = 0; i < heads.size(); i++) {
            head(sheet, 0, i, heads.get(i));
        }
        for (int row = 0; row < board.figures().size(); row++) {
            Defined each = board.figures().get(row);
            text(sheet, row + 1, 0, each.rule());
            text(sheet, row + 1, 1, each.name());
            text(sheet, row + 1, 2, each.unit());
            text(sheet, row + 1, 3, each.formula());
        }
    }

    private static void head(Worksheet sheet, int row, int column, String text) {
        text(sheet, row, column, text);
        sheet.style(row, column).bold().set();
    }

    /** What a spreadsheet could take for a formula gets an apostrophe in front. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
    }
}

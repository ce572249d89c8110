package org.lianxin.warning.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.episode.EpisodeRow;

/** Episodes as rows of a workbook. Texts stay texts: nothing in a cell is taken for a formula, here or after it was saved as another kind of file. */
final class ExportSheet {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private ExportSheet() {}

    /** A person's name, phone and address where a purpose allows them. */
    record Person(
            String name, @Nullable String phone, @Nullable String address) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    static void write(OutputStream out, List<EpisodeRow> rows, Map<UUID, Person> open) throws IOException {
        try (Workbook workbook = new Workbook(out, "Lianxin", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(Words.say("warning.export.sheet"));
            List<String> headers = List.of(Words.say("warning.export.headers").split("，|, ", -1));
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int i = 0; i < rows.size(); i++) {
                row(sheet, i + 1, rows.get(i), open.get(rows.get(i).id()));
            }
        }
    }

    private static void row(Worksheet sheet, int at, EpisodeRow row, @Nullable Person person) {
        String level = "warning.level." + row.level().word();
        String scam = "warning.scam." + ScamType.ofCode(row.scamType()).code();
        text(sheet, at, 0, row.number());
        sheet.value(at, 1, row.rank());
        text(sheet, at, 2, Words.say(level));
        text(sheet, at, 3, Words.say(scam));
        text(sheet, at, 4, row.state().word());
        text(sheet, at, 5, person == null ? row.nameMasked() : person.name());
        text(sheet, at, 6, person == null ? row.phoneMasked() : person.phone());
        text(sheet, at, 7, person == null || person.address() == null ? row.placeName() : person.address());
        Long amount = row.amountCents();
        if (amount != null) {
            sheet.value(at, 8, amount / 100.0);
        }
        sheet.value(at, 9, row.signalCount());
        text(sheet, at, 10, time(row.lastSignalAt()));
        text(sheet, at, 11, row.outcome());
        sheet.value(at, 12, row.savedCents() / 100.0);
        sheet.value(at, 13, row.lostCents() / 100.0);
        text(sheet, at, 14, row.closedAt() == null ? null : time(row.closedAt()));
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static void text(Worksheet sheet, int row, int column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            sheet.value(row, column, plain(text));
        }
    }

    /** What a spreadsheet could take for a formula gets an apostrophe in front. */
    static String plain(String text) {
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

package org.lianxin.warning.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.file.UnreadableFile;

@Tag("fast")
class SheetChoiceTest {

    private static final List<String> TABLE = List.of("姓名", "预警时间", "风险等级");

    private static byte[] workbook(List<Consumer<Workbook>> sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "t", "1.0")) {
            sheets.forEach(each -> each.accept(workbook));
        }
        return out.toByteArray();
    }

    private static Consumer<Workbook> sheet(String name, List<List<String>> rows) {
        return workbook -> fill(workbook.newWorksheet(name), rows);
    }

    private static Consumer<Workbook> hidden(String name, List<List<String>> rows) {
        return workbook -> {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.setVisibilityState(VisibilityState.HIDDEN);
            fill(sheet, rows);
        };
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }

    private static List<List<String>> table(String name) {
        return List.of(TABLE, List.of(name, "2026-01-07 09:12", "高"));
    }

    private static String readSheet(byte[] file) {
        try (FileRows rows = new FileRows(file)) {
            return rows.sheet() + ": "
                    + rows.next(10).stream().map(row -> row.cell(0).text()).toList();
        }
    }

    @Test
    void wa01_takesTheSheetWithTheWarningsWhereverItStands() throws IOException {
        byte[] behindACover = workbook(List.of(sheet("说明", List.of(List.of("本表由省厅下发"))), sheet("明细", table("包玉兰"))));
        byte[] besideAnEmptyOne = workbook(List.of(sheet("模板", List.of(TABLE)), sheet("明细", table("包玉兰"))));
        byte[] behindAHiddenOne = workbook(List.of(hidden("旧", table("白音")), sheet("明细", table("包玉兰"))));

        assertThat(List.of(behindACover, besideAnEmptyOne, behindAHiddenOne))
                .allSatisfy(file -> assertThat(readSheet(file)).isEqualTo("明细: [包玉兰]"));
    }

    @Test
    void wa01_refusesSeveralSheetsOfWarningsRatherThanLoseAllButOne() throws IOException {
        byte[] two = workbook(List.of(sheet("三月", table("包玉兰")), sheet("四月", table("白音"))));

        assertThatThrownBy(() -> readSheet(two))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.arguments()).containsExactly("三月、四月"))
                .hasMessage("several-sheets");
    }
}

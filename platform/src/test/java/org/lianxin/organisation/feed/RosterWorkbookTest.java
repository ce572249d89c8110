package org.lianxin.organisation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.feed.RosterWorkbook.Line;
import org.lianxin.organisation.feed.RosterWorkbook.Reject;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;

@Tag("fast")
class RosterWorkbookTest {

    private static final List<String> UNITS = List.of("编码", "名称", "上级编码", "级别", "职责", "辖区");
    private static final List<String> STAFF = List.of("工号", "姓名", "账号", "单位编码", "职务", "角色", "数据范围", "指定单位");

    @Test
    void readsColumnsByTheirHeadersInAnyOrder() throws IOException {
        RosterWorkbook roster = read(
                List.of(List.of(
                        "150581-x", "𠮷日嘎郎派出所", "150581", "所队", "command、anti-fraud-centre", "150581003，150581004")),
                List.of(List.of("０９０１", "图雅", "tuya", "150581-x", "民警", "上门民警；预警劝阻员", "指定单位", "150581")));
        assertThat(roster.rejects()).isEmpty();
        NewUnit unit = roster.units().getFirst().value();
        assertThat(unit.name()).isEqualTo("𠮷日嘎郎派出所");
        assertThat(unit.level()).isEqualTo("station");
        assertThat(unit.duties()).containsExactly("command", "anti-fraud-centre");
        assertThat(unit.jurisdictions()).extracting("code").containsExactly("150581003", "150581004");
        NewStaff person = roster.staff().getFirst().value();
        assertThat(person.number()).isEqualTo("0901");
        assertThat(person.posts().getFirst().roles())
                .containsExactlyInAnyOrder(Role.VISITING_OFFICER, Role.WARNING_CLERK);
        assertThat(person.posts().getFirst().scope()).isEqualTo(DataScope.CHOSEN_UNITS);
    }

    @Test
    void namesEveryBadCellAndKeepsTheGoodRows() throws IOException {
        RosterWorkbook roster = read(
                List.of(
                        List.of("a b", "甲", "", "所队", "", ""),
                        List.of("u1", "", "", "所队", "", ""),
                        List.of("u2", "乙", "", "大队", "", ""),
                        List.of("u3", "丙", "", "所队", "", "15058"),
                        List.of("u4", "丁", "", "所队", "", "")),
                List.of(
                        List.of("1", "图雅", "Tuya!", "u4", "民警", "", "本人", ""),
                        List.of("2", "图雅", "", "u4", "民警", "皇帝", "本人", "")));
        assertThat(roster.rejects())
                .containsExactly(
                        new Reject("单位", 2, "单位编码", "code"),
                        new Reject("单位", 3, "单位名称", "empty"),
                        new Reject("单位", 4, "级别", "word"),
                        new Reject("单位", 5, "辖区", "division"),
                        new Reject("人员", 2, "账号", "account"),
                        new Reject("人员", 3, "角色", "word"));
        assertThat(roster.units()).extracting(Line::row).containsExactly(6);
        assertThat(roster.rows()).isEqualTo(7);
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        for (byte[] bytes :
                List.of(new byte[0], "编码,名称".getBytes(StandardCharsets.UTF_8), new byte[] {'P', 'K', 3, 4})) {
            assertThatThrownBy(() -> RosterWorkbook.read(new ByteArrayInputStream(bytes)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theTemplateIsReadAsAnEmptyRoster() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RosterTemplate.write(file);
        RosterWorkbook roster = RosterWorkbook.read(new ByteArrayInputStream(file.toByteArray()));
        assertThat(roster.rows()).isZero();
        assertThat(roster.rejects()).isEmpty();
    }

    private static RosterWorkbook read(List<List<String>> units, List<List<String>> staff) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            fill(workbook.newWorksheet("单位"), UNITS, units);
            fill(workbook.newWorksheet("人员"), STAFF, staff);
        }
        return RosterWorkbook.read(new ByteArrayInputStream(file.toByteArray()));
    }

    private static void fill(Worksheet sheet, List<String> headers, List<List<String>> rows) {
        for (int column = 0; column < headers.size(); column++) {
            sheet.value(0, column, headers.get(column));
            for (int row = 0; row < rows.size(); row++) {
                sheet.value(row + 1, column, rows.get(row).get(column));
            }
        }
    }
}

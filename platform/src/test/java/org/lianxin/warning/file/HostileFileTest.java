package org.lianxin.warning.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class HostileFileTest {

    private static final String CSV = "姓名,预警时间,描述\r\n\"包,玉兰\",2026-01-07 09:12,\"说\"\"好\"\"\r\n两行\"\r\n";

    private static List<List<String>> read(byte[] uploaded) {
        byte[] file = UploadedFile.readable(uploaded);
        List<List<String>> all = new ArrayList<>();
        try (Rows rows = UploadedFile.open(file, UploadedFile.listSheets(file).getFirst())) {
            for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row.texts());
            }
        }
        return all;
    }

    private static byte[] xlsx(Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("表");
            for (int i = 0; i < cells.length; i++) {
                switch (cells[i]) {
                    case Number number -> sheet.value(0, i, number);
                    case Object other -> sheet.value(0, i, other.toString());
                }
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void readsACsvInItsEncoding(String charset) {
        List<List<String>> rows = read(CSV.getBytes(Charset.forName(charset)));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).containsExactly("包,玉兰", "2026-01-07 09:12", "说\"好\"\r\n两行");
    }

    @Test
    void readsACsvWithItsMarkAndOtherSeparators() {
        assertThat(read("\ufeffa;b\nc;d".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(read("a\tb\nc\td".getBytes(StandardCharsets.UTF_8)).get(1)).containsExactly("c", "d");
    }

    @Test
    void namesTheRowOfAQuoteThatNeverEnds() {
        assertThatThrownBy(() -> read("a,b\n1,\"2".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(UnreadableFile.class, e -> {
                    assertThat(e.code()).isEqualTo("open-quote");
                    assertThat(e.arguments()).containsExactly("2");
                });
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] broken = {(byte) 0xff, (byte) 0x81, 0x30, (byte) 0xff, (byte) 0xff, 0x0a};
        assertThatThrownBy(() -> read(broken)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void keepsAllDigitsOfTextAndOfFormulasTheLastValue() throws IOException {
        byte[] file = xlsx("6222021234567890123", 13912344417L, 46029.5);

        assertThat(read(file).getFirst()).containsExactly("6222021234567890123", "13912344417", "46029.5");
    }

    @Test
    void everyCutOfAWorkbookIsCalledBrokenOrReadsWhole() throws IOException {
        byte[] file = xlsx("姓名", "预警时间");
        for (int length = 97; length < file.length; length += 97) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(cut)).as("cut at " + length).isInstanceOf(UnreadableFile.class);
        }
    }

    @Test
    void oldAndLockedWorkbooksPicturesAndEmptyFilesAreNamed() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertThatThrownBy(() -> read(ole)).hasMessage("old-or-locked");
        assertThatThrownBy(() -> read("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("not-a-table");
        assertThatThrownBy(() -> read(new byte[0])).hasMessage("empty");
    }

    @Test
    void aBombIsRefusedWithinASecond() throws IOException {
        byte[] bomb = zip("xl/workbook.xml", 300 << 20, null);
        long began = System.nanoTime();

        assertThatThrownBy(() -> read(bomb)).hasMessage("bomb");
        assertThat((System.nanoTime() - began) / 1_000_000_000.0).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c r=\"ZZZZZZ9\"", "<row r='2000000000'", "<c\n\tr = \"AAAA1\""})
    void cellsBeyondAnySheetAreRefusedBeforeTheyFillTheMemory(String begun) throws IOException {
        String xml = "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"/>" + begun + "/></row>";

        assertThatThrownBy(() -> read(zip("xl/workbook.xml", 0, xml))).hasMessage("beyond-sheet");
    }

    @Test
    void aLineOfMoreColumnsThanCanBeKeptIsNamedAndNothingOfItIsDropped() {
        String wide = "姓名,预警时间\n包玉兰," + ",".repeat(100_000);

        assertThat(read(wide.getBytes(StandardCharsets.UTF_8)).get(1).getFirst())
                .isEqualTo("包玉兰");
        assertThatThrownBy(() -> read((wide + "x").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.arguments()).containsExactly("2", "2000"))
                .hasMessage("too-wide");
    }

    @Test
    void charactersNoWorkbookMayHoldBecomeVisibleSigns() throws IOException {
        byte[] file = xlsx("包QQQ兰", "预警Q时间");
        ByteArrayOutputStream hostile = new ByteArrayOutputStream();
        try (var in = ZipCheck.open(file);
                ZipOutputStream out = new ZipOutputStream(hostile)) {
            for (var entry : java.util.Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write(part.replace("QQQ", "\uFFFE").replace('Q', '\u0001').getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(read(hostile.toByteArray()).getFirst()).containsExactly("包\uFFFD兰", "预警 时间");
        MarkedWorkbook.write(hostile.toByteArray(), "表", List.of(Mark.of(1, "A", "看不懂")), new ByteArrayOutputStream());
    }

    @Test
    void definitionsFromOutsideAreRefused() throws IOException {
        String xml =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>";

        assertThatThrownBy(() -> read(zip("xl/workbook.xml", 0, xml))).hasMessage("foreign-definitions");
    }

    private static byte[] zip(String name, int zeros, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 20];
            for (int written = 0; written < zeros; written += block.length) {
                zip.write(block);
            }
            if (text != null) {
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void aCellOfTenMegabytesIsReadShortAndRefusedByItsLength() {
        String big = "姓名,预警时间\n" + "字".repeat(10_000_000) + ",2026-01-07\n";

        assertThat(read(big.getBytes(StandardCharsets.UTF_8)).get(1).getFirst().length())
                .isBetween(1_000_000, 1_000_002);
    }

    @Test
    void theUsersOwnWorkbookComesBackWithMarkedAndCommentedCells() throws IOException {
        byte[] file = xlsx("姓名", "预警时间", "风险等级");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Mark> marks = List.of(Mark.of(1, "B", "看不懂这个时间"), Mark.of(3, "D", "缺少"));

        MarkedWorkbook.write(file, "表", marks, out);

        try (XSSFWorkbook back = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = back.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("姓名");
            assertThat(sheet.getRow(0).getCell(1).getCellStyle().getFillForegroundColorColor())
                    .isNotNull();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFillForegroundColorColor())
                    .isNull();
            assertThat(sheet.getCellComments()).hasSize(2);
            assertThat(sheet.getRow(0).getCell(1).getCellComment().getString().getString())
                    .contains("看不懂这个时间");
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        MarkedWorkbook.write(out.toByteArray(), "表", marks, again);
        try (XSSFWorkbook back = new XSSFWorkbook(new ByteArrayInputStream(again.toByteArray()))) {
            assertThat(back.getSheetAt(0).getCellComments()).hasSize(2);
        }
    }

    @Test
    void aCsvComesBackAsAWorkbookOfTexts() throws IOException {
        byte[] file = "姓名,预警时间\n=1+1,@SUM(A1)\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        MarkedWorkbook.write(file, "", List.of(Mark.of(2, "B", "看不懂")), out);

        try (XSSFWorkbook back = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var cell = back.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
        }
    }

    @Test
    void theMarkedCopyHoldsEveryPartOfTheOriginal() throws IOException {
        byte[] file = xlsx("姓名");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkedWorkbook.write(file, "表", List.of(), out);

        assertThat(names(out.toByteArray())).contains("xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml");
    }

    private static List<String> names(byte[] file) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}

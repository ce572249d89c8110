package org.lianxin.analytics.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.api.ImportSpec;

/** Workbooks and Parquet are read like text. */
class FormatsTest {
    private static final Authority AUTHORITY = new Authority(
            "测试〔2026〕1号",
            "示例县公安局",
            Instant.parse("2025-12-31T16:00:00Z"),
            Instant.parse("2026-12-31T16:00:00Z"),
            LocalDate.of(2099, 1, 1));

    @TempDir
    private Path temp = Path.of("");

    @Test
    void readsAWorkbookAndRefusesNumbersThatItDamaged() throws IOException {
        Path file = temp.resolve("流水.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("流水");
            String[] header = {"交易流水号", "付款账号", "收款账号", "交易时间", "交易金额"};
            for (int column = 0; column < header.length; column++) {
                sheet.value(1, column, header[column]);
            }
            sheet.value(2, 0, "x1");
            sheet.value(2, 1, "6222020000000000001");
            sheet.value(2, 2, "6222020000000000002");
            sheet.value(2, 3, LocalDateTime.of(2026, 3, 1, 8, 0));
            sheet.style(2, 3).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(2, 4, 1234.5);
            sheet.value(4, 0, "x2");
            sheet.value(4, 1, 6.222020000000000e18);
            sheet.value(4, 2, "6222020000000000002");
            sheet.value(4, 3, "2026-03-01 09:00:00");
            sheet.value(4, 4, "1,000.00");
        }
        var report = load(file);
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(Files.readAllLines(temp.resolve("case/quarantine.csv")))
                .last()
                .asString()
                .startsWith("流水.xlsx,5,account number damaged");
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            assertThat(index.transfers().amount().get(0)).isEqualTo(123450);
            assertThat(index.transfers().time().get(0))
                    .isEqualTo(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());
            assertThat(index.account(index.transfers().from().get(0))).isEqualTo("6222020000000000001");
            assertThat(index.origin(0)).isEqualTo("流水.xlsx:3");
        }
    }

    @Test
    void readsParquet() throws IOException, SQLException {
        Path file = temp.resolve("t.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("""
                COPY (SELECT 'p' || i AS "transaction id", 'a' || i AS "from account", 'b' AS "to account",
                    TIMESTAMP '2026-03-01 08:00:00' + INTERVAL (i) SECOND AS time, 10.25 + i AS amount
                    FROM range(1000) r(i)) TO '%s' (FORMAT parquet)\
                """.formatted(file));
        }
        assertThat(load(file).loaded()).isEqualTo(1000);
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            assertThat(index.transactionId(7)).isEqualTo("p7");
            assertThat(index.transfers().amount().get(7)).isEqualTo(1725);
        }
    }

    private ImportReport load(Path file) throws IOException {
        return Importer.run(
                new ImportSpec(temp.resolve("case"), AUTHORITY, List.of(file), List.of(), List.of(), 1, 1 << 24),
                Progress.SILENT);
    }
}

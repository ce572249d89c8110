package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class EvidenceToolsTest extends CommandLine {
    @Test
    void theWorkbookHoldsEveryRowWithItsSourceAndKeepsAccountsWhole() throws IOException {
        importCase();
        for (String name : List.of("one.xlsx", "two.xlsx")) {
            assertThat(run("book", "--case", at("case"), "--seeds", at("data/victims.csv"), "--out", at(name)))
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        assertThat(temp.resolve("one.xlsx")).hasSameBinaryContentAs(temp.resolve("two.xlsx"));
        try (var workbook = new ReadableWorkbook(temp.resolve("one.xlsx").toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("说明", "对象", "账户", "关联", "交易", "模式", "模式依据", "通话");
            var rows = workbook.findSheet("交易").orElseThrow().read();
            assertThat(rows).hasSizeGreaterThan(140).anySatisfy(row -> {
                assertThat(row.getCellText(2)).isEqualTo("R000000-000");
                assertThat(row.getCellText(4)).isEqualTo("622800000000000");
                assertThat(row.getCellText(8)).matches("transfers.csv:\\d+");
            });
            assertThat(workbook.findSheet("通话").orElseThrow().read())
                    .anySatisfy(row -> assertThat(row.getCellText(2)).isEqualTo("phone:13900000000"));
            assertThat(workbook.findSheet("模式依据").orElseThrow().read())
                    .extracting(row -> row.getCellText(2))
                    .contains("holder:k0", "device:r0", "R000000-003");
        }
        try (var zip = new ZipFile(temp.resolve("one.xlsx").toFile())) {
            assertThat(zip.stream()).noneMatch(entry -> entry.getTimeLocal().getYear() > 1980);
        }
    }

    @Test
    void drawsTheSamePictureEveryTimeInBothLanguages() throws IOException {
        importCase();
        run("trace", "--case", at("case"), "--seeds", at("data/victims.csv"), "--out", at("trace"));
        for (String name : List.of("one.svg", "two.svg")) {
            // the question of the trace is remembered
            assertThat(run("chart", "--case", at("case"), "--out", at(name))).isZero();
        }
        assertThat(run("chart", "--case", at("case"), "--lang", "en", "--per-layer", "2", "--out", at("en.svg")))
                .isZero();
        assertThat(temp.resolve("one.svg")).hasSameBinaryContentAs(temp.resolve("two.svg"));
        assertThat(Files.readString(temp.resolve("one.svg")))
                .contains("受害人账户", "第 1 层", "取现", "622800000000000")
                .doesNotContain("href");
        assertThat(Files.readString(temp.resolve("en.svg"))).contains("Layer 1", "other accounts");
    }

    @Test
    void saysWhatIsMissingWhenNothingWasTraced() {
        importCase();
        assertThat(run("chart", "--case", at("case"), "--out", at("x.svg"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("give --seeds FILE or --account ID");
    }

    @Test
    void neverAddsUpCurrencies() throws IOException {
        Files.writeString(temp.resolve("two.csv"), """
                transaction id,from account,to account,time,amount,currency
                v,victim,a,2026-03-01 08:00:00,100,CNY
                d,a,b,2026-03-01 08:10:00,100,USD
                y,a,c,2026-03-01 08:20:00,60,人民币
                e,b,a,2026-03-01 08:05:00,7,USD
                """);
        var arguments = new ArrayList<>(List.of("import", "--case", at("two"), "--transfers", at("two.csv")));
        arguments.addAll(List.of(AUTHORITY));
        assertThat(run(arguments.toArray(String[]::new))).isZero();
        assertThat(run("trace", "--case", at("two"), "--account", "victim", "--out", at("yuan")))
                .isZero();
        assertThat(Files.readString(temp.resolve("yuan/edges.csv")))
                .contains("y,a,c")
                .doesNotContain("d,a,b");
        assertThat(run("trace", "--case", at("two"), "--account", "b", "--currency", "USD", "--out", at("dollars")))
                .isZero();
        assertThat(Files.readString(temp.resolve("dollars/edges.csv")))
                .contains("d,a,b")
                .doesNotContain("y,a,c");
        assertThat(run("trace", "--case", at("two"), "--account", "b", "--currency", "EUR", "--out", at("x")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no transfer in EUR, but in CNY, USD");
    }

    @Test
    void answersSqlAndLetsItReachNothingElse() throws IOException {
        importCase();
        assertThat(sql("SELECT count(*) AS n FROM transfers WHERE id LIKE 'R000000-%'"))
                .isEqualTo("n\n41\n");
        assertThat(sql("SELECT count(DISTINCT account) AS n FROM shared WHERE identifier = 'device:r0'"))
                .isEqualTo("n\n14\n");
        assertThat(sql("SELECT seconds, source FROM calls WHERE callee = 'phone:13900000000'"))
                .isEqualTo("seconds,source\n500,calls.csv:2\n");
        for (String forbidden : List.of(
                "DELETE FROM transfers",
                "SELECT * FROM read_csv('%s')".formatted(at("data/victims.csv")),
                "COPY transfers TO '%s'".formatted(at("stolen.csv")),
                "SET enable_external_access = true")) {
            assertThat(run("sql", "--case", at("case"), "--query", forbidden))
                    .as(forbidden)
                    .isEqualTo(2);
        }
        assertThat(temp.resolve("stolen.csv")).doesNotExist();
    }

    @Test
    void sqlSeesEvidenceThatWasAddedLater() throws IOException {
        importCase();
        String count = "SELECT count(*) AS n FROM transfers";
        String before = sql(count);
        Files.writeString(
                temp.resolve("more.csv"),
                "transaction id,from account,to account,time,amount\nNEW,a,b,2026-03-01 08:00:00,1\n");
        assertThat(run("import", "--case", at("case"), "--transfers", at("more.csv")))
                .isZero();
        assertThat(sql(count)).isNotEqualTo(before);
        assertThat(sql("SELECT payer FROM transfers WHERE id = 'NEW'")).isEqualTo("payer\na\n");
    }

    private String sql(String query) throws IOException {
        assertThat(run("sql", "--case", at("case"), "--query", query, "--out", at("answer.csv")))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(temp.resolve("answer.csv"));
    }
}

package org.lianxin.analytics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.api.ImportSpec;

class ImporterTest {
    private static final Authority AUTHORITY = new Authority(
            "测试〔2026〕1号",
            "示例县公安局",
            Instant.parse("2025-12-31T16:00:00Z"),
            Instant.parse("2026-12-31T16:00:00Z"),
            LocalDate.of(2099, 1, 1));
    private static final String CANONICAL =
            "transaction id,from account,to account,time,amount,currency,channel,balance after,remark\n";

    @TempDir
    private Path temp = Path.of("");

    @Test
    void loadsTheCanonicalForm() throws IOException {
        var report = load(CANONICAL + "t1,a,b,2026-03-01 08:00:00,1234.50,CNY,网银,,\n"
                + "t2,b,,2026-03-01 09:00:00,10,CNY,ATM,,\n");
        assertThat(report.loaded()).isEqualTo(2);
        assertThat(rows()).containsExactly("t1 a>b 123450 2026-03-01T00:00:00Z", "t2 b> 1000 2026-03-01T01:00:00Z");
    }

    @Test
    void takesACashMachineForCashWhateverStandsInTheOtherColumn() throws IOException {
        load(CANONICAL + "t1,a,终端0071,2026-03-01 08:00:00,100,CNY,取现,,\n");
        assertThat(rows()).containsExactly("t1 a> 10000 2026-03-01T00:00:00Z");
    }

    @Test
    void readsChineseHeadersInAnyOrderAndGb18030() throws IOException {
        Path file = write(
                "流水.csv",
                "某银行交易明细\n查询日期：2026年3月\n收款账号,交易金额(万元),付款账号,交易时间,交易流水号,摘要\n"
                        + "6222000000000000001,\"1,234.5\",6222000000000000002,2026/3/1 8:05,甲1,货款䶮\n",
                Texts.GB18030);
        load(file);
        assertThat(rows())
                .containsExactly("甲1 6222000000000000002>6222000000000000001 1234500000 2026-03-01T00:05:00Z");
    }

    @Test
    void makesOneTransferOfTheTwoSidesOfTwoBanks() throws IOException {
        Path payer = write("a.csv", "交易流水号,交易时间,账号,对手账号,交易金额,收付标志,余额\nx1,2026-03-01 08:00:00,A,B,50.00,付,950.00\n");
        Path payee = write("b.csv", "交易流水号,交易时间,账号,对手账号,交易金额,收付标志,余额\nx1,2026-03-01 08:00:07,B,A,50.00,收,60.00\n");
        var report = load(payer, payee);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(rows()).containsExactly("x1 A>B 5000 2026-03-01T00:00:00Z");
    }

    @Test
    void completesASideThatDoesNotNameTheOther() throws IOException {
        Path payer = write("a.csv", "交易流水号,交易时间,账号,对手账号,交易金额,收付标志\nx1,2026-03-01 08:00:00,A,,50.00,付\n");
        Path payee = write("b.csv", "交易流水号,交易时间,账号,对手账号,交易金额,收付标志\nx1,2026-03-01 08:00:07,B,A,50.00,收\n");
        assertThat(load(payer, payee).duplicates()).isEqualTo(1);
        assertThat(rows()).containsExactly("x1 A>B 5000 2026-03-01T00:00:00Z");
    }

    @Test
    void quarantinesADifferentTransferUnderTheSameId() throws IOException {
        var report =
                load(CANONICAL + "t1,a,b,2026-03-01 08:00:00,1,CNY,,,\n" + "t1,a,c,2026-03-01 08:00:01,2,CNY,,,\n");
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(quarantine()).singleElement().asString().startsWith("transfers.csv,3,transaction id used by");
    }

    @Test
    void readsDebitAndCreditColumns() throws IOException {
        load("流水号,交易日期,交易时间,卡号,对方卡号,借方发生额,贷方发生额\n"
                + "1,2026-03-01,08:00:00,A,B,30.00,\n2,20260301,080001,A,C,,20.00\n");
        assertThat(rows()).containsExactly("1 A>B 3000 2026-03-01T00:00:00Z", "2 C>A 2000 2026-03-01T00:00:01Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01 08:00:00",
                "2026-03-01T08:00:00",
                "2026-03-01T00:00:00Z",
                "2026-03-01T09:00:00+09:00",
                "2026/3/1 8:00",
                "2026/03/01 08:00:00",
                "20260301080000",
                "20260301 080000",
                "2026年3月1日 8时0分0秒",
                "2026年03月01日08:00",
                "1772323200",
                "1772323200000",
                "2026.03.01 08:00:00",
                "2026-03-01 08:00:00.000",
                "2026-03-01 08:00:00+0800"
            })
    void understandsTheUsualTimes(String time) throws IOException {
        load(CANONICAL + "t1,a,b," + time + ",1,CNY,,,\n");
        assertThat(rows()).containsExactly("t1 a>b 100 2026-03-01T00:00:00Z");
    }

    @Test
    void quarantinesWhatItCannotRead() throws IOException {
        var report = load(CANONICAL
                + "t1,a,b,2026-13-01 08:00:00,1,CNY,,,\n"
                + "t2,a,b,2026-03-01 08:00:00,eins,CNY,,,\n"
                + "t3,a,b,2026-03-01 08:00:00,-5,CNY,,,\n"
                + "t4,a,b,2026-03-01 08:00:00,0.001,CNY,,,\n"
                + "t5,,,2026-03-01 08:00:00,1,CNY,,,\n"
                + "t6,6.22202E+18,b,2026-03-01 08:00:00,1,CNY,,,\n"
                + "t7,a,b,2024-03-01 08:00:00,1,CNY,,,\n"
                + "t8,a\n"
                + "\n"
                + "t9,a,b,2026-03-01 08:00:00,99999999999999999999,CNY,,,\n"
                + "t10,a,b,2026-02-29 08:00:00,1,CNY,,,\n"
                + "t11,a,b,2026-03-01 08:00:00,1,CNY,,,\n");
        assertThat(report.rows()).isEqualTo(11);
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(quarantine())
                .extracting(
                        line -> line.split(",")[1] + " " + line.split(",")[2].split(" ")[0])
                .containsExactly(
                        "2 time",
                        "3 amount",
                        "4 negative",
                        "5 amount",
                        "6 no",
                        "7 account",
                        "8 outside",
                        "9 fewer",
                        "11 amount",
                        "12 time");
    }

    @Test
    void keepsQuotedSeparatorsQuotesAndLineFeedsTogether() throws IOException {
        load(CANONICAL
                + "t1,\"a\",b,2026-03-01 08:00:00,\"1,000.00\",CNY,x,,\"say \"\"hi\"\",\n"
                + "then go\"\n"
                + "t2,=\"007\",'008,2026-03-01 08:00:00,2,CNY,,,\n");
        assertThat(rows()).containsExactly("t1 a>b 100000 2026-03-01T00:00:00Z", "t2 007>008 200 2026-03-01T00:00:00Z");
    }

    @Test
    void refusesOnlyTheRowWhoseQuoteIsNotClosed() throws IOException {
        var report = load(CANONICAL + "t1,\"a,b,2026-03-01 08:00:00,1,CNY,,,\nt2,a,b,2026-03-01 08:00:00,2,CNY,,,\n");
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(quarantine()).singleElement().asString().startsWith("transfers.csv,2,quote not closed");
    }

    @Test
    void takesMixedEncodingsRowByRow() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("交易流水号,付款账号,收款账号,交易时间,交易金额\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("甲,张三,李四,2026-03-01 08:00:00,1\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("乙,张三,李四,2026-03-01 08:00:01,1\n".getBytes(Texts.GB18030));
        bytes.write(new byte[] {'x', (byte) 0xFF, (byte) 0xFF, ',', 'a', ',', 'b', ','});
        bytes.write("2026-03-01 08:00:02,1\n".getBytes(StandardCharsets.UTF_8));
        var report = load(Files.write(temp.resolve("mixed.csv"), bytes.toByteArray()));
        assertThat(rows()).containsExactly("甲 张三>李四 100 2026-03-01T00:00:00Z", "乙 张三>李四 100 2026-03-01T00:00:01Z");
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(report.notes()).containsKey("field not in the encoding of its file");
    }

    @Test
    void readsWhatATruncatedGzipHoldsAndSaysSo() throws IOException {
        var text = new StringBuilder(CANONICAL);
        for (int i = 0; i < 50_000; i++) {
            text.append("t")
                    .append(i)
                    .append(",a")
                    .append(i % 977)
                    .append(",b")
                    .append(i * 31 % 1009)
                    .append(",2026-03-01 08:00:00,1.")
                    .append(10 + i % 90)
                    .append(",CNY,,,\n");
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(temp.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        var report = load(file);
        assertThat(report.loaded()).isBetween(1_000L, 49_000L);
        assertThat(quarantine()).last().asString().contains("the file ends in the middle");
        assertThat(report.rows()).isEqualTo(report.loaded() + report.quarantined());
    }

    @Test
    void survivesALineThatIsNone() throws IOException {
        Path file = temp.resolve("long.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(CANONICAL);
            out.write("t1,a,b,2026-03-01 08:00:00,1,CNY,,,\n");
            String megabyte = "x".repeat(1 << 20);
            for (int i = 0; i < 20; i++) {
                out.write(megabyte);
            }
            out.write("\nt2,a,b,2026-03-01 08:00:00,2,CNY,,,\n");
        }
        var report = load(file);
        assertThat(report.loaded()).isEqualTo(2);
        assertThat(quarantine())
                .singleElement()
                .asString()
                .startsWith("long.csv,3,row longer than 1 MB")
                .hasSizeLessThan(2000);
    }

    @Test
    void reportsBalancesThatContradictTheAmountsAndBelievesTheAmounts() throws IOException {
        var report = load("交易流水号,交易时间,账号,对手账号,交易金额,收付标志,余额\n"
                + "1,2026-03-01 08:00:00,A,B,50.00,付,950.00\n2,2026-03-01 08:01:00,A,B,50.00,付,900.00\n"
                + "3,2026-03-01 08:02:00,A,B,50.00,付,123.00\n");
        assertThat(report.loaded()).isEqualTo(3);
        assertThat(report.notes()).containsEntry("balance contradicts the amounts", 1L);
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            assertThat(java.util.Objects.requireNonNull(index.opening()).get(index.findAccount("A")))
                    .isEqualTo(1000_00);
        }
    }

    @Test
    void marksReversalsAndTransfersToItself() throws IOException {
        var report = load(CANONICAL + "t1,a,b,2026-03-01 08:00:00,1,CNY,,,冲正\nt2,a,a,2026-03-01 08:00:00,1,CNY,,,\n");
        assertThat(report.notes()).containsEntry("reversal", 1L).containsEntry("transfer to itself", 1L);
    }

    @Test
    void givesTheSameBytesHoweverFilesAreOrderedAndWorkIsShared() throws IOException {
        var first = new StringBuilder(CANONICAL);
        var second = new StringBuilder(CANONICAL);
        for (int i = 0; i < 60_000; i++) {
            (i % 3 == 0 ? first : second)
                    .append("t")
                    .append(i * 7919L % 60_000)
                    .append(",a")
                    .append(i % 997)
                    .append(",b")
                    .append(i % 1009)
                    .append(",2026-03-01 08:00:")
                    .append(10 + i % 50)
                    .append(",")
                    .append(i % 777)
                    .append(".25,CNY,,,\n");
        }
        Path one = write("one.csv", first.toString());
        Path two = write("two.csv", second.toString());
        Importer.run(spec(temp.resolve("c1"), 1, 1 << 30, one, two), Progress.SILENT);
        Importer.run(spec(temp.resolve("c2"), 3, 1 << 16, two, one), Progress.SILENT);
        Importer.run(spec(temp.resolve("c3"), 2, 1 << 20, two), Progress.SILENT);
        Importer.run(spec(temp.resolve("c3"), 2, 1 << 20, one), Progress.SILENT);
        assertThat(hashes(temp.resolve("c2"))).isEqualTo(hashes(temp.resolve("c1")));
        assertThat(hashes(temp.resolve("c3"))).isEqualTo(hashes(temp.resolve("c1")));
    }

    @Test
    void refusesAnotherAuthorityForTheSameCase() throws IOException {
        load(CANONICAL + "t1,a,b,2026-03-01 08:00:00,1,CNY,,,\n");
        var other = new Authority("别的", "示例县公安局", AUTHORITY.coversFrom(), AUTHORITY.coversUntil(), AUTHORITY.expires());
        var spec = new ImportSpec(temp.resolve("case"), other, List.of(), List.of(), List.of(), 1, 1 << 20);
        assertThatThrownBy(() -> Importer.run(spec, Progress.SILENT))
                .isInstanceOf(EvidenceProblem.class)
                .hasMessageContaining("测试〔2026〕1号");
    }

    @Test
    void saysWhatItWantedWhenThereIsNoHeader() {
        assertThatThrownBy(() -> load("1,2,3\n4,5,6\n"))
                .isInstanceOf(EvidenceProblem.class)
                .hasMessageContaining("交易流水号");
    }

    @Test
    void joinsAccountsOverLoginsAndHolders() throws IOException {
        Path logins =
                write("l.csv", "账号,登录时间,IP地址,设备号\nA,2026-03-01 08:00:00,1.2.3.4,D1\nB,2026-03-01 08:00:00,1.2.3.4,-\n");
        Path holders = write("h.csv", "账号,证件号码,手机号\nB,110101199001011234,13800000000\nC,110101199001011234,\n");
        Path transfers = write("transfers.csv", CANONICAL + "t1,A,B,2026-03-01 08:00:00,1,CNY,,,\n");
        var report = Importer.run(
                new ImportSpec(
                        temp.resolve("case"),
                        AUTHORITY,
                        List.of(transfers),
                        List.of(logins),
                        List.of(holders),
                        2,
                        1 << 24),
                Progress.SILENT);
        assertThat(report.rows()).isEqualTo(5);
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            assertThat(index.pairs().size()).isEqualTo(6);
            assertThat(index.identifiers()).isEqualTo(4);
        }
    }

    private ImportReport load(String text) throws IOException {
        return load(write("transfers.csv", text));
    }

    private ImportReport load(Path... files) throws IOException {
        return Importer.run(spec(temp.resolve("case"), 2, 1 << 24, files), Progress.SILENT);
    }

    private static ImportSpec spec(Path folder, int threads, long memory, Path... files) {
        return new ImportSpec(folder, AUTHORITY, List.of(files), List.of(), List.of(), threads, memory);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(temp.resolve(name), text.getBytes(charset));
    }

    private List<String> quarantine() throws IOException {
        var lines = Files.readAllLines(temp.resolve("case/quarantine.csv"));
        return lines.subList(1, lines.size());
    }

    private List<String> rows() {
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            var rows = new ArrayList<String>();
            var transfers = index.transfers();
            for (int i = 0; i < transfers.size(); i++) {
                rows.add("%s %s>%s %d %s"
                        .formatted(
                                index.transactionId(i),
                                name(index, transfers.from().get(i)),
                                name(index, transfers.to().get(i)),
                                transfers.amount().get(i),
                                Instant.ofEpochMilli(transfers.time().get(i))));
            }
            return rows;
        }
    }

    private static String name(CaseIndex index, int account) {
        return account < 0 ? "" : index.account(account);
    }

    private static List<String> hashes(Path folder) throws IOException {
        var hashes = new ArrayList<String>();
        Path index;
        try (var inside = Files.list(folder)) {
            index = inside.filter(path -> path.getFileName().toString().startsWith("index-"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var files = Files.list(index)) {
            for (Path file : files.sorted().toList()) {
                hashes.add(file.getFileName() + " " + Unpacker.sha256(file));
            }
        }
        return hashes;
    }
}

package org.lianxin.analytics.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.api.ImportSpec;

class BadInputTest {
    private static final Authority AUTHORITY = new Authority(
            "测试〔2026〕1号",
            "示例县公安局",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-12-31T00:00:00Z"),
            LocalDate.of(2099, 1, 1));
    private static final String CANONICAL = "transaction id,from account,to account,time,amount\n";

    @TempDir
    private Path temp = Path.of("");

    @Test
    void oneGigabyteWithoutALineFeedIsOneRefusedRow() throws IOException {
        Path file = temp.resolve("endless.csv.gz");
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try (var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write((CANONICAL + "t1,a,b,2026-03-01 08:00:00,1\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (int i = 0; i < 1024; i++) {
                out.write(megabyte);
            }
            out.write("\nt2,a,b,2026-03-01 08:00:00,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        var report = load(List.of(file), List.of());
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.loaded()).isEqualTo(2);
        assertThat(Files.readAllLines(temp.resolve("case/quarantine.csv")))
                .element(1)
                .asString()
                .startsWith("endless.csv.gz,3,row longer than 1 MB")
                .hasSizeLessThan(2000);
        assertThat(temp.resolve("case/work")).doesNotExist();
    }

    @Test
    void clocksThatDifferBetweenBanksMakeOneTransferAndAreReported() throws IOException {
        Path payer = write("payer.csv", CANONICAL + "t1,a,b,2026-03-01 08:00:00,1\nt2,a,b,2026-03-01 09:00:00,1\n");
        Path payee = write("payee.csv", CANONICAL + "t1,a,b,2026-03-01 07:58:30,1\nt2,a,b,2026-03-01 09:00:00,1\n");
        var report = load(List.of(payer, payee), List.of());
        assertThat(report.loaded()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(report.notes()).containsEntry("clocks of the two sides differ", 1L);
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            assertThat(Instant.ofEpochMilli(index.transfers().time().get(0)))
                    .isEqualTo(Instant.parse("2026-02-28T23:58:30Z"));
        }
    }

    @Test
    void whatTwoStatementsTellUnderIdsOfTheirOwnIsOneTransferEach() throws IOException {
        String header = "交易流水号,交易时间,账号,对手账号,交易金额,收付标志\n";
        Path payer = write(
                "payer.csv",
                header
                        + "p1,2026-03-01 08:00:00,a,b,50,付\np2,2026-03-01 08:01:00,a,b,50,付\n"
                        + "p3,2026-03-01 09:00:00,a,b,70,付\np4,2026-03-01 10:00:00,a,b,80,付\n");
        Path payee = write(
                "payee.csv",
                header
                        + "q1,2026-03-01 08:00:02,b,a,50,收\nq2,2026-03-01 08:00:59,b,a,50,收\n"
                        + "q3,2026-03-01 09:30:00,b,a,70,收\nq4,2026-03-01 10:00:00,b,a,81,收\n"
                        + "q5,2026-03-01 10:00:00,b,a,80,付\n");
        var report = load(List.of(payer, payee), List.of());
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(report.notes()).containsEntry("both sides told under ids of their own", 2L);
        assertThat(Files.readAllLines(temp.resolve("case/duplicates.csv")))
                .containsExactly("file,line,transaction id", "payee.csv,2,q1", "payee.csv,3,q2");
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            assertThat(index.transfers().size()).isEqualTo(7);
        }
    }

    @Test
    void aNumberThatComesBackDaysLaterIsAnotherTransfersAndNoClock() throws IOException {
        Path file = write("t.csv", CANONICAL + "t1,a,b,2026-03-01 08:00:00,1\nt1,a,b,2026-03-03 08:00:00,1\n");
        var report = load(List.of(file), List.of());
        assertThat(report.duplicates()).isZero();
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(Files.readString(temp.resolve("case/quarantine.csv"))).contains("t.csv,3,transaction id used by");
    }

    @Test
    void readsCallsDropsWhatBothSidesTellAndRefusesWhatIsNone() throws IOException {
        Path caller = write(
                "caller.csv",
                "主叫号码,被叫号码,通话时间,通话时长(秒)\n"
                        + "17000000001,13900000001,2026-03-01 08:00:00,65\n"
                        + "17000000001,13900000002,2026-03-01 08:05:00,00:01:05\n"
                        + "17000000001,,2026-03-01 08:06:00,1\n"
                        + "17000000001,13900000002,2026-03-01 08:07:00,long\n"
                        + "17000000001,13900000002,yesterday,1\n"
                        + "17000000001,13900000002,2024-03-01 08:07:00,1\n");
        Path callee = write(
                "callee.csv", "caller,callee,call time,duration\n17000000001,13900000001,2026-03-01 08:00:00,65\n");
        var report = load(List.of(), List.of(caller, callee));
        assertThat(List.of(report.rows(), report.loaded(), report.duplicates(), report.quarantined()))
                .containsExactly(7L, 2L, 1L, 4L);
        assertThat(Files.readAllLines(temp.resolve("case/duplicates.csv"))).hasSize(2);
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            var calls = index.calls();
            assertThat(calls.size()).isEqualTo(2);
            assertThat(calls.seconds().get(1)).isEqualTo(65);
            assertThat(index.identifier(calls.from().get(0))).isEqualTo("phone:17000000001");
            assertThat(index.identifier(calls.to().get(1))).isEqualTo("phone:13900000002");
            assertThat(index.originOfCall(1)).isEqualTo("caller.csv:3");
        }
    }

    @Test
    void keepsTheFirstTimeAnAccountWasSeenAndWhenItWasOpened() throws IOException {
        Path logins = write(
                "l.csv",
                "account,time,device\na,2026-03-02 08:00:00,d\na,2026-03-01 08:00:00,d\na,2026-03-03 08:00:00,d\n");
        Path holders = write("h.csv", "账号,证件号码,开户日期\na,K1,2026-02-01\nb,K1,\nc,K1,soon\n");
        var report = Importer.run(
                new ImportSpec(
                        temp.resolve("case"), AUTHORITY, List.of(), List.of(logins), List.of(holders), 2, 1 << 24),
                Progress.SILENT);
        assertThat(report.quarantined()).isEqualTo(1);
        try (var index = CaseIndex.open(temp.resolve("case"))) {
            var opened = java.util.Objects.requireNonNull(index.opened());
            assertThat(Instant.ofEpochMilli(opened.get(index.findAccount("a"))))
                    .isEqualTo(Instant.parse("2026-01-31T16:00:00Z"));
            assertThat(opened.get(index.findAccount("b"))).isEqualTo(FirstSeen.UNKNOWN);
            for (long i = 0; i < index.pairs().size(); i++) {
                boolean device = index.identifier((int) index.pairs().get(i)).equals("device:d");
                assertThat(index.pairFirst().get(i))
                        .isEqualTo(
                                device ? Instant.parse("2026-03-01T00:00:00Z").toEpochMilli() : FirstSeen.UNKNOWN);
            }
        }
    }

    private ImportReport load(List<Path> transfers, List<Path> calls) throws IOException {
        return Importer.run(
                new ImportSpec(temp.resolve("case"), AUTHORITY, transfers, List.of(), List.of(), calls, 2, 1 << 24),
                Progress.SILENT);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text);
    }
}

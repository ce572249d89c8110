package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest extends CommandLine {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace --account 622800000000000",
                "link",
                "find --pattern cycle",
                "book",
                "chart --account 622800000000000",
                "view --account 622800000000000",
                "sql --query SELECT+1",
                "import --transfers DATA/transfers.csv"
            })
    void nothingIsAnalysedAfterItHasExpired(String words) {
        importCase();
        now = Instant.parse("2027-01-01T00:00:00Z");
        var arguments = new ArrayList<>(Arrays.stream(words.split(" ", -1))
                .map(word -> word.replace('+', ' ').replace("DATA", at("data")))
                .toList());
        arguments.addAll(List.of("--case", at("case"), "--out", at("late")));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("测试〔2026〕1号", "expired on 2026-12-31");
        assertThat(temp.resolve("late")).doesNotExist();
    }

    @Test
    void workGoesOnWhenItsExpiryIsPutOffAndNotWhenItsCoverIsChanged() {
        importCase();
        now = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(extend("2026-01-01/2026-12-31", "2027-06-30"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(run("link", "--case", at("case"), "--out", at("link"))).isZero();
        assertThat(extend("2025-01-01/2026-12-31", "2027-06-30")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The case stands under authority");
    }

    private int extend(String covers, String expires) {
        return run(
                "import",
                "--case",
                at("case"),
                "--authority",
                AUTHORITY[1],
                "--authority-by",
                AUTHORITY[3],
                "--covers",
                covers,
                "--expires",
                expires);
    }

    @Test
    void rowsOutsideItsCoverAreQuarantinedWithTheirLine() throws IOException {
        Files.writeString(
                temp.resolve("t.csv"),
                "transaction id,from account,to account,time,amount\n"
                        + "t1,a,b,2025-12-31 23:59:59,1\nt2,a,b,2026-01-01 00:00:00,1\n"
                        + "t3,a,b,2026-12-31 23:59:59,1\nt4,a,b,2027-01-01 00:00:00,1\n");
        Files.writeString(
                temp.resolve("l.csv"),
                "account,time,ip\na,2025-12-31 23:59:59,1.1.1.1\na,2026-01-01 00:00:00,1.1.1.2\n");
        Files.writeString(
                temp.resolve("c.csv"),
                "caller,callee,call time,duration\n1,2,2027-01-01 00:00:00,5\n1,2,2026-06-01 00:00:00,5\n");
        var arguments = new ArrayList<>(List.of("import", "--case", at("covered")));
        arguments.addAll(List.of("--transfers", at("t.csv"), "--logins", at("l.csv"), "--calls", at("c.csv")));
        arguments.addAll(List.of(AUTHORITY));
        assertThat(run(arguments.toArray(String[]::new))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("rows 8 = loaded 4 + duplicates 0 + quarantined 4");
        assertThat(Files.readAllLines(temp.resolve("covered/quarantine.csv")))
                .filteredOn(line -> line.contains("outside the time the authority covers"))
                .extracting(line -> line.substring(0, line.indexOf(",", 6)))
                .containsExactlyInAnyOrder("t.csv,2", "t.csv,5", "l.csv,2", "c.csv,2");
    }
}

package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianxin.analytics.api.TraceRule;
import tools.jackson.databind.json.JsonMapper;

class EvidenceCommandTest extends CommandLine {
    @ParameterizedTest
    @EnumSource(TraceRule.class)
    void followsTheVictimsOfPlantedRingsToTheCash(TraceRule rule) throws IOException {
        importCase();
        int exit = run(
                "trace",
                "--case",
                at("case"),
                "--seeds",
                at("data/victims.csv"),
                "--rule",
                rule.name().toLowerCase(java.util.Locale.ROOT),
                "--out",
                at("trace"));
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        var money = summary("trace").get("conservation");
        assertThat(money.get("taint_in").asString()).isNotEqualTo("0.00");
        if (rule == TraceRule.WINDOWED) {
            // victims of one ring share payments, and a payment never carries more than its amount
            assertThat(money.get("cashed_out").asString()).isNotEqualTo("0.00");
        } else {
            assertThat(money.get("cashed_out")).isEqualTo(money.get("taint_in"));
        }
        assertThat(Files.readAllLines(temp.resolve("trace/accounts.csv")).getFirst())
                .startsWith(
                        "account,layer,first_in,received,tainted_received,tainted_passed_on,tainted_resting,cashed_out,at_hub,rank");
        assertThat(Files.readAllLines(temp.resolve("trace/edges.csv")))
                .hasSize(1 + 4 * (5 + 5 * 2 * 3))
                .first()
                .isEqualTo("transaction id,from,to,time,amount,taint,layer");
    }

    @Test
    void writesTheSameBytesEveryTime() throws IOException {
        importCase();
        run("trace", "--case", at("case"), "--seeds", at("data/victims.csv"), "--out", at("one"));
        run("trace", "--case", at("case"), "--seeds", at("data/victims.csv"), "--out", at("two"));
        for (String file : List.of("accounts.csv", "edges.csv", "summary.json")) {
            assertThat(temp.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(temp.resolve("two").resolve(file));
        }
    }

    @Test
    void findsTheDevicesOfTheRings() throws IOException {
        importCase();
        assertThat(run("link", "--case", at("case"), "--out", at("link"))).isZero();
        assertThat(Files.readString(temp.resolve("link/identifiers.csv"))).contains("device:r3");
    }

    @ParameterizedTest
    @EnumSource(org.lianxin.analytics.api.PatternKind.class)
    void findsPatterns(org.lianxin.analytics.api.PatternKind kind) throws IOException {
        importCase();
        String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        assertThat(run(
                        "find",
                        "--case",
                        at("case"),
                        "--pattern",
                        name,
                        "--window",
                        "P7D",
                        "--min-accounts",
                        "3",
                        "--quiet",
                        "P3D",
                        "--out",
                        at("find")))
                .isZero();
        assertThat(summary("find").get("matches").asInt()).isPositive();
    }

    @Test
    void writesTheLeadBookWithTheSameBytesEveryTime() throws IOException {
        importCase();
        for (String name : List.of("one.pdf", "two.pdf")) {
            assertThat(run("book", "--case", at("case"), "--seeds", at("data/victims.csv"), "--out", at(name)))
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        assertThat(temp.resolve("one.pdf")).hasSameBinaryContentAs(temp.resolve("two.pdf"));
        assertThat(Files.readString(temp.resolve("one.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.5")
                .endsWith("%%EOF\n");
    }

    @Test
    void tracesAnAccountAndBackwards() throws IOException {
        importCase();
        assertThat(run(
                        "trace",
                        "--case",
                        at("case"),
                        "--account",
                        "622800000000000",
                        "--from",
                        "2026-01-01",
                        "--to",
                        "2026-12-31",
                        "--out",
                        at("a")))
                .isZero();
        assertThat(run("trace", "--case", at("case"), "--account", "622800000001000", "--backward", "--out", at("b")))
                .isZero();
        assertThat(Files.readString(temp.resolve("b/edges.csv"))).contains("V0-0");
    }

    @Test
    void refusesACaseWithoutAuthority() {
        assertThat(run("import", "--case", at("none"), "--transfers", at("data/transfers.csv")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--authority is missing");
        assertThat(temp.resolve("none")).doesNotExist();
    }

    @Test
    void asksForTheAuthority() {
        answers = "测试2号\n示例县公安局\n2026-01-01/2026-12-31\n2026-12-31\n";
        assertThat(run("import", "--case", at("asked"), "--transfers", at("data/transfers.csv")))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("签发机关 issuing body")
                .contains("quarantined 0");
    }

    @Test
    void stopsWhenTheAuthorityHasExpired() {
        importCase();
        now = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(run("trace", "--case", at("case"), "--seeds", at("data/victims.csv"), "--out", at("trace")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expired on 2026-12-31");
        assertThat(temp.resolve("trace")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongInOneLine() {
        importCase();
        assertThat(run("trace", "--case", at("case"), "--account", "nobody", "--out", at("x")))
                .isEqualTo(2);
        assertThat(run("trace", "--case", at("nowhere"), "--account", "1", "--out", at("x")))
                .isEqualTo(2);
        assertThat(run("find", "--case", at("case"), "--pattern", "star", "--out", at("x")))
                .isEqualTo(2);
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(4);
    }

    @Test
    void keepsABenchmarkSnapshotAndAnswersItsReads() throws IOException {
        assertThat(run("import", "--case", at("fb"), "--finbench", "src/test/resources/finbench/sf0.1"))
                .isZero();
        Files.writeString(
                temp.resolve("q.jsonl"),
                "{\"q\":\"TSR1\",\"id\":\"4728498133762310144\"}\n"
                        + "{\"q\":\"TCR3\",\"id1\":\"4728498133762310144\",\"id2\":\"4798303927986552833\",\"start\":\"2020-01-01"
                        + " 00:00:00\",\"end\":\"2026-01-01 00:00:00\"}\n");
        assertThat(run("query", "--case", at("fb"), "--finbench", "--params", at("q.jsonl"), "--out", at("a.jsonl")))
                .isZero();
        var answers = Files.readAllLines(temp.resolve("a.jsonl"));
        assertThat(answers.get(0)).contains("certificate of deposit").contains("\"micros\":");
        assertThat(JsonMapper.shared().readTree(answers.get(1)).get("result").asInt())
                .isEqualTo(1);
    }
}

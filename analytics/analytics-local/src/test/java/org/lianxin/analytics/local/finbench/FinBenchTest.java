package org.lianxin.analytics.local.finbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianxin.analytics.testkit.FinBenchOracle;
import org.lianxin.analytics.testkit.FinBenchScaler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FinBenchTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int QUESTIONS = 8;
    private static final int MOST_QUESTIONS = 5_000;
    private static final Map<String, FinBench> OPEN = new LinkedHashMap<>();
    private static final Map<String, FinBenchOracle> ORACLES = new LinkedHashMap<>();

    @TempDir
    private static Path scaled = Path.of("");

    @BeforeAll
    static void writeTheOtherForm() throws IOException {
        FinBenchScaler.scale(folder("sf0.1"), scaled.resolve("once"), 1);
        FinBenchScaler.scale(folder("sf0.1"), scaled.resolve("twice"), 2);
    }

    /** The example snapshot and its answers are not ours to ship: -Dfinbench.example=DIR holds both. */
    @Test
    @EnabledIfSystemProperty(named = "finbench.example", matches = ".+")
    void givesTheSampleAnswers() throws IOException {
        Path example = Path.of(System.getProperty("finbench.example"));
        var bench = FinBench.open(example.resolve("example/snapshot"));
        var questions = JSON.readTree(Files.readString(example.resolve("expected-sample.json")));
        assertThat(questions.size()).isEqualTo(45);
        for (var question : questions) {
            assertThat(JSON.readTree(JSON.writeValueAsString(bench.answer(question))))
                    .as("%s %s", question.get("q"), question.get("id"))
                    .isEqualTo(question.get("expect"));
        }
    }

    static Stream<String> reads() {
        return FinBenchCase.reads().stream();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void answersLikeTheOracleInTheFormOfTheExample(String read) throws IOException {
        compare("twice", read, "2017-06-01 00:00:00", "2030-01-01 00:00:00");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void answersAlikeInBothForms(String read) throws IOException {
        var graph = Snapshot.read(folder("sf0.1"));
        var random = new SplittableRandom(read.hashCode());
        for (int i = 0; i < QUESTIONS; i++) {
            var question = JSON.<JsonNode>valueToTree(question(graph, read, random, "1500000000000", "1900000000000"));
            assertThat(JSON.writeValueAsString(bench("once").answer(question)))
                    .isEqualTo(JSON.writeValueAsString(bench("sf0.1").answer(question)));
        }
    }

    @Test
    void scalesWithoutLosingAccountsOrMeetingIdsTwice() throws IOException {
        var one = Snapshot.read(folder("sf0.1"));
        var two = Snapshot.read(folder("twice"));
        assertThat(two.all(Node.ACCOUNT).ids())
                .hasSize(2 * one.all(Node.ACCOUNT).ids().length)
                .doesNotHaveDuplicates();
        assertThat(two.out(Relation.TRANSFER).other().length)
                .isGreaterThan(28 * one.out(Relation.TRANSFER).other().length / 10);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void answersLikeTheOracleOnScaleFactorOneTenth(String read) throws IOException {
        compare("sf0.1", read, "1500000000000", "1900000000000");
    }

    /** With accounts that do something: of a random transfer, deposit or sign-in each. */
    private static void compare(String snapshot, String read, String start, String end) throws IOException {
        var graph = Snapshot.read(folder(snapshot));
        var random = new SplittableRandom(read.hashCode());
        int compared = 0;
        int answered = 0;
        // a few questions as they come, then those that have an answer
        for (int i = 0; i < MOST_QUESTIONS && compared < QUESTIONS; i++) {
            var question = question(graph, read, random, start, end);
            var found = JSON.writeValueAsString(bench(snapshot).answer(JSON.valueToTree(question)));
            boolean hasAnswer = !Set.of("[]", "-1", "null").contains(found);
            if (i < QUESTIONS / 2 || hasAnswer) {
                var expected = JSON.writeValueAsString(oracle(snapshot).answer(question));
                assertThat(JSON.readTree(found)).as("%s", question).isEqualTo(JSON.readTree(expected));
                compared++;
                answered += hasAnswer ? 1 : 0;
            }
        }
        // in SF0.1 no person pays a company
        if (!read.equals("TCR12") || !snapshot.equals("sf0.1")) {
            assertThat(answered).as("questions with an answer").isPositive();
        }
    }

    private static Map<String, String> question(
            FinGraph graph, String read, SplittableRandom random, String start, String end) {
        var question = new LinkedHashMap<String, String>();
        question.put("q", read);
        question.put("start", start);
        question.put("end", end);
        question.put("threshold", read.equals("TCR8") ? "0.05" : "100000.0");
        question.put("threshold1", "1000.0");
        question.put("threshold2", "1000.0");
        var transfers = graph.out(Relation.TRANSFER);
        int account = busy(transfers, random);
        long other = graph.all(Node.ACCOUNT).ids()[transfers.other()[transfers.start(account)]];
        question.put("id1", id(graph, Node.ACCOUNT, account));
        question.put("id2", Long.toString(other));
        question.put("pid1", id(graph, Node.PERSON, busy(graph.out(Relation.PERSON_INVEST), random)));
        question.put("pid2", id(graph, Node.PERSON, busy(graph.out(Relation.PERSON_INVEST), random)));
        question.put(
                "id",
                switch (read) {
                    case "TCR2", "TCR5", "TCR12" ->
                        id(graph, Node.PERSON, busy(graph.out(Relation.PERSON_OWN), random));
                    case "TCR11" -> id(graph, Node.PERSON, busy(graph.out(Relation.PERSON_GUARANTEE), random));
                    case "TCR8" -> id(graph, Node.LOAN, busy(graph.out(Relation.DEPOSIT), random));
                    case "TCR6" -> id(graph, Node.ACCOUNT, busy(graph.in(Relation.WITHDRAW), random));
                    case "TCR9" -> id(graph, Node.ACCOUNT, busy(graph.in(Relation.DEPOSIT), random));
                    default -> id(graph, Node.ACCOUNT, account);
                });
        return question;
    }

    private static int busy(Edges edges, SplittableRandom random) {
        var busy = new ArrayList<Integer>();
        for (int node = 0; node + 1 < edges.offsets().length; node++) {
            if (edges.end(node) > edges.start(node)) {
                busy.add(node);
            }
        }
        return busy.get(random.nextInt(busy.size()));
    }

    private static String id(FinGraph graph, Node node, int number) {
        return Long.toString(graph.all(node).ids()[number]);
    }

    private static Path folder(String snapshot) {
        return snapshot.equals("sf0.1") ? Path.of("src/test/resources/finbench", snapshot) : scaled.resolve(snapshot);
    }

    private static FinBench bench(String snapshot) throws IOException {
        if (!OPEN.containsKey(snapshot)) {
            OPEN.put(snapshot, FinBench.open(folder(snapshot)));
        }
        return java.util.Objects.requireNonNull(OPEN.get(snapshot));
    }

    private static FinBenchOracle oracle(String snapshot) throws IOException {
        if (!ORACLES.containsKey(snapshot)) {
            ORACLES.put(snapshot, new FinBenchOracle(folder(snapshot)));
        }
        return java.util.Objects.requireNonNull(ORACLES.get(snapshot));
    }
}

package org.lianxin.analytics.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.api.TraceFinding;

/** What every engine promises: the oracle's answer, to the cent and to the byte, and no cent gained or lost. */
public abstract class GraphEngineContract {
    private static final int CASES_PER_TEST = 100;

    /** An engine on the case. */
    protected abstract GraphEngine engineOn(Evidence evidence);

    /** How many random cases to try; slow engines may do with fewer. */
    protected int cases() {
        return 3000;
    }

    /** Which random cases: the first seed. */
    protected long firstSeed() {
        return 20260301L;
    }

    @TestFactory
    Stream<DynamicTest> tracesLikeTheOracle() {
        return batches("traces like the oracle", this::tracesLikeTheOracle);
    }

    @TestFactory
    Stream<DynamicTest> linksLikeTheOracle() {
        return batches("links like the oracle", seed -> {
            var evidence = new RandomEvidence(seed).evidence();
            try (var engine = engineOn(evidence)) {
                for (int limit : new int[] {1, 2, 4, 50}) {
                    var spec = new LinkSpec(limit);
                    assertThat(engine.link(spec)).as("case %d", seed).isEqualTo(new Oracle(evidence).link(spec));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> findsPatternsLikeTheOracle() {
        return batches("finds patterns like the oracle", seed -> {
            var evidence = new RandomEvidence(seed).evidence();
            try (var engine = engineOn(evidence)) {
                for (var kind : PatternKind.values()) {
                    var spec = new PatternSpec(
                            kind,
                            Duration.ofSeconds(seed % 3 == 0 ? 60 : 1200),
                            2 + (int) (seed % 3),
                            2 + (int) (seed % 4),
                            (int) (seed % 5) * 200,
                            seed % 2 == 0 ? 0 : 2,
                            seed % 7 == 0 ? 5 : 1000,
                            Duration.ofSeconds(seed % 3 * 60));
                    assertThat(engine.find(spec)).as("case %d", seed).isEqualTo(new Oracle(evidence).find(spec));
                }
            }
        });
    }

    private void tracesLikeTheOracle(long seed) {
        var random = new RandomEvidence(seed);
        try (var engine = engineOn(random.evidence())) {
            for (var spec : random.questions()) {
                var found = engine.trace(spec);
                assertThat(found).as("case %d, %s", seed, spec).isEqualTo(new Oracle(random.evidence()).trace(spec));
                assertThat(found.checksum()).isEqualTo(engine.trace(spec).checksum());
                conserves(found, seed);
            }
        }
    }

    private static void conserves(TraceFinding found, long seed) {
        for (AccountFlow flow : found.accounts()) {
            assertThat(flow.taintedReceivedCents())
                    .as("case %d, %s", seed, flow)
                    .isEqualTo(flow.taintedPassedOnCents()
                            + flow.taintedRestingCents()
                            + flow.cashedOutCents()
                            + flow.atHubCents()
                            + flow.beyondHorizonCents());
            assertThat(flow.taintedRestingCents()).as("case %d, %s", seed, flow).isNotNegative();
        }
        assertThat(found.edges())
                .as("case %d", seed)
                .allMatch(edge -> edge.taintCents() > 0 && edge.taintCents() <= edge.amountCents());
    }

    private Stream<DynamicTest> batches(String name, SeedTest test) {
        return LongStream.range(0, (cases() + CASES_PER_TEST - 1) / CASES_PER_TEST)
                .mapToObj(batch -> {
                    long first = firstSeed() + batch * CASES_PER_TEST;
                    long count = Math.min(CASES_PER_TEST, cases() - batch * CASES_PER_TEST);
                    return DynamicTest.dynamicTest(
                            name + ", cases from " + first,
                            () -> LongStream.range(first, first + count).forEach(test::run));
                });
    }

    private interface SeedTest {
        void run(long seed);
    }
}

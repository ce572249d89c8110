package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.domain.Triage.Facts;

@Tag("fast")
class TriageTest {

    private static final TriageParameters FIRST = TriageParameters.FIRST;

    private static Facts facts(Level level, long minutes) {
        return new Facts(level, Duration.ofMinutes(minutes), false, null, 0, 0);
    }

    @Test
    void tr01_weighsTheLevelOfTheSource() {
        assertThat(Triage.tr01Level(facts(Level.HIGH, 0), FIRST).weight()).isEqualTo(40);
        assertThat(Triage.tr01Level(facts(Level.LOW, 0), FIRST).weight()).isEqualTo(5);
    }

    @Test
    void tr02_weighsFreshnessAndIsSilentAfterADay() {
        assertThat(Triage.tr02Age(facts(Level.HIGH, 9), FIRST).weight()).isEqualTo(10);
        assertThat(Triage.tr02Age(facts(Level.HIGH, 10), FIRST).weight()).isEqualTo(8);
        assertThat(Triage.tr02Age(facts(Level.HIGH, 59), FIRST).weight()).isEqualTo(8);
        assertThat(Triage.tr02Age(facts(Level.HIGH, 60), FIRST).weight()).isEqualTo(5);
        assertThat(Triage.tr02Age(facts(Level.HIGH, 359), FIRST).weight()).isEqualTo(5);
        assertThat(Triage.tr02Age(facts(Level.HIGH, 360), FIRST).weight()).isEqualTo(2);
        assertThat(Triage.tr02Age(facts(Level.HIGH, 1_439), FIRST).weight()).isEqualTo(2);
        assertThat(Triage.tr02Age(facts(Level.HIGH, 1_440), FIRST).weight()).isZero();
    }

    @Test
    void tr03_weighsMoneyInMotion() {
        Facts moving = new Facts(Level.HIGH, Duration.ZERO, true, null, 0, 0);
        assertThat(Triage.tr03MoneyMoving(moving, FIRST).weight()).isEqualTo(20);
    }

    @Test
    void tr04_weighsTheAmountInSteps() {
        assertThat(Triage.tr04Amount(amount(49_999_999), FIRST).weight()).isEqualTo(12);
        assertThat(Triage.tr04Amount(amount(50_000_000), FIRST).weight()).isEqualTo(15);
        assertThat(Triage.tr04Amount(amount(10_000_000), FIRST).weight()).isEqualTo(12);
        assertThat(Triage.tr04Amount(amount(9_999_999), FIRST).weight()).isEqualTo(6);
        assertThat(Triage.tr04Amount(amount(1_000_000), FIRST).weight()).isEqualTo(6);
        assertThat(Triage.tr04Amount(amount(999_999), FIRST).weight()).isEqualTo(2);
        assertThat(Triage.tr04Amount(amount(1), FIRST).weight()).isEqualTo(2);
        assertThat(Triage.tr04Amount(amount(0), FIRST).weight()).isZero();
    }

    private static Facts amount(long cents) {
        return new Facts(Level.LOW, Duration.ZERO, false, cents, 0, 0);
    }

    @Test
    void tr05_weighsWhatTheSourceStatedHoweverMuchItIs() {
        assertThat(Triage.tr05Vulnerability(new Facts(Level.LOW, Duration.ZERO, false, null, 0, 0), FIRST)
                        .weight())
                .isZero();
        assertThat(Triage.tr05Vulnerability(new Facts(Level.LOW, Duration.ZERO, false, null, 3, 0), FIRST)
                        .weight())
                .isEqualTo(8);
    }

    @Test
    void tr06_repeatsCountUpToTheirMost() {
        assertThat(Triage.tr06Repeat(new Facts(Level.LOW, Duration.ZERO, false, null, 0, 1), FIRST)
                        .weight())
                .isEqualTo(3);
        assertThat(Triage.tr06Repeat(new Facts(Level.LOW, Duration.ZERO, false, null, 0, 9), FIRST)
                        .weight())
                .isEqualTo(7);
    }

    @Test
    void theRankIsTheSumOfWhatFiredAndNeverBeyondAHundred() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            Facts facts = new Facts(
                    Level.ofCode(random.nextInt(3)),
                    Duration.ofMinutes(random.nextInt(5_000)),
                    random.nextBoolean(),
                    random.nextBoolean() ? (Long) (long) random.nextInt(100_000_000) : null,
                    random.nextInt(4),
                    random.nextInt(12));
            Triage.Ranking ranking = Triage.rank(facts, FIRST);
            assertThat(ranking.rank())
                    .isBetween(0, 100)
                    .isEqualTo(ranking.fired().stream().mapToInt(Fired::weight).sum());
            assertThat(ranking.fired()).allMatch(fired -> fired.weight() > 0);
        }
    }

    @Test
    void weightsBeyondAHundredAreRefused() {
        Map<String, Map<String, Integer>> heavy = new LinkedHashMap<>(FIRST.byRule());
        heavy.put("TR-03", Map.of("moving", 21));

        assertThatThrownBy(() -> new TriageParameters(heavy)).hasMessageContaining("101");
    }
}

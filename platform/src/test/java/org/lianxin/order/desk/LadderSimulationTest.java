package org.lianxin.order.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R8, short form: a thousand seeds of thirty days each, with outages, two nodes and crashes in the middle of a transaction. */
class LadderSimulationTest {

    private static final int SEEDS = 1_000;

    @Test
    @Tag("fast")
    void everyDueStepFiresOnceAndNothingConfirmedInTimeFires() {
        long fired = 0;
        long cancelled = 0;
        long crashes = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            LadderSimulation simulation = new LadderSimulation(seed, LadderSimulation.Bug.NONE);
            simulation.run();
            assertThat(simulation.wrong()).as("seed %d", seed).isEmpty();
            fired += simulation.fired();
            cancelled += simulation.cancelled();
            crashes += simulation.crashes();
        }
        System.out.printf(
                "R8 short: %d seeds x 30 days, %d steps fired, %d cancelled in time, %d crashes, 0 wrong%n",
                SEEDS, fired, cancelled, crashes);
        assertThat(fired).isGreaterThan(SEEDS * 10L);
        assertThat(cancelled).isGreaterThan(SEEDS * 10L);
        assertThat(crashes).isGreaterThan(SEEDS);
    }

    @Test
    @Tag("fast")
    void theSimulationSeesClaimsThatAreBelievedTooLong() {
        assertThat(LadderSimulation.wrongUnder(LadderSimulation.Bug.BELIEVES_OLD_CLAIMS, 200))
                .isPositive();
    }

    @Test
    @Tag("fast")
    void theSimulationSeesADeadlineThatIsForgotten() {
        assertThat(LadderSimulation.wrongUnder(LadderSimulation.Bug.FORGETS_AFTER_CLAIM, 200))
                .isPositive();
    }
}

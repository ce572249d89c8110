package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.domain.AwakeningPath.Page;
import org.lianxin.warning.domain.AwakeningRules.Facts;
import org.lianxin.warning.domain.AwakeningSteps.Deed;
import org.lianxin.warning.domain.AwakeningSteps.Move;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Plan.Task;

@Tag("fast")
class AwakeningStepsTest {

    private static final Map<State, Set<Deed>> OPEN = Map.of(
            State.LISTENING, Set.of(Deed.ARRIVE, Deed.LEAVE, Deed.BELIEVE, Deed.FINISH, Deed.PAUSE, Deed.BREAK_OFF),
            State.TESTING, Set.of(Deed.ARRIVE, Deed.LEAVE, Deed.ANSWER, Deed.FINISH, Deed.PAUSE, Deed.BREAK_OFF),
            State.READING, Set.of(Deed.ARRIVE, Deed.LEAVE, Deed.SHOW, Deed.FINISH, Deed.PAUSE, Deed.BREAK_OFF),
            State.AGREEING, Set.of(Deed.ARRIVE, Deed.LEAVE, Deed.FINISH, Deed.PAUSE, Deed.BREAK_OFF),
            State.PAUSED, Set.of(Deed.ARRIVE, Deed.LEAVE, Deed.RESUME, Deed.BREAK_OFF),
            State.DONE, Set.of(),
            State.BROKEN_OFF, Set.of());

    @Test
    void aw04_everyPairOfStateAndDeedIsInTheTableOrCannotHappen() {
        for (State state : State.values()) {
            for (Deed deed : Deed.values()) {
                long moves = AwakeningSteps.all().stream()
                        .filter(move -> move.from() == state && move.deed() == deed)
                        .count();
                long expected = !OPEN.getOrDefault(state, Set.of()).contains(deed) ? 0 : deed == Deed.RESUME ? 4 : 1;
                assertThat(moves).as(state + " " + deed).isEqualTo(expected);
            }
        }
    }

    @Test
    void aw04_noWayLeadsPastAStep() {
        for (Move move : AwakeningSteps.all()) {
            boolean between = move.from().number() > 0 && move.to().number() > 0;
            int steps = between ? move.to().number() - move.from().number() : 0;
            assertThat(steps).as(move.toString()).isBetween(0, 1);
            if (move.to() == State.DONE) {
                assertThat(move.from()).isEqualTo(State.AGREEING);
            }
        }
    }

    @Test
    void aw03_whoeverWasPausedGoesOnInTheSameStep() {
        for (State step : State.STEPS) {
            assertThat(AwakeningSteps.find(State.PAUSED, Deed.RESUME, step))
                    .map(Move::to)
                    .contains(step);
        }
    }

    @Test
    void aw01_itIsBrokenOffFromEverywhere() {
        for (State state : State.values()) {
            assertThat(AwakeningSteps.find(state, Deed.BREAK_OFF, State.TESTING).isPresent())
                    .as(state.word())
                    .isEqualTo(!state.isOver());
        }
    }

    @Test
    void aw05_threeCategoriesEachWithAllPagesInAnOrderOfItsOwn() {
        assertThat(AwakeningPath.values()).hasSize(3);
        for (AwakeningPath path : AwakeningPath.values()) {
            assertThat(path.pages()).as(path.word()).containsExactlyInAnyOrder(Page.values());
        }
        assertThat(List.of(AwakeningPath.values()))
                .extracting(AwakeningPath::pages)
                .doesNotHaveDuplicates();
        assertThat(AwakeningPath.of(Belief.UNSURE)).contains(AwakeningPath.DOUBTFUL);
        assertThat(AwakeningPath.of(Belief.DISBELIEVES)).contains(AwakeningPath.CONVINCED);
        assertThat(AwakeningPath.of(Belief.COACHED)).contains(AwakeningPath.ENTANGLED);
        assertThat(AwakeningPath.of(Belief.PAID)).contains(AwakeningPath.ENTANGLED);
        assertThat(AwakeningPath.of(Belief.BELIEVES)).isEmpty();
    }

    @Test
    void aw02_noStepIsFinishedByOneSpecialistAlone() {
        for (State step : State.STEPS) {
            Facts alone = new Facts(1, AwakeningPath.DOUBTFUL, 0, 0, Belief.BELIEVES, 1);
            Facts two = new Facts(2, AwakeningPath.DOUBTFUL, 0, 0, Belief.BELIEVES, 1);
            assertThat(AwakeningRules.missing(step, alone)).containsExactly("AW-02");
            assertThat(AwakeningRules.missing(step, two)).isEmpty();
        }
    }

    @Test
    void aw05_toAw09_everyStepNamesWhatItLacks() {
        Facts nothing = new Facts(2, null, 3, 2, null, null);
        assertThat(AwakeningRules.missing(State.LISTENING, nothing)).containsExactly("AW-05");
        assertThat(AwakeningRules.missing(State.TESTING, nothing)).containsExactly("AW-06");
        assertThat(AwakeningRules.missing(State.READING, nothing)).containsExactly("AW-07");
        assertThat(AwakeningRules.missing(State.AGREEING, nothing)).containsExactly("AW-08", "AW-09");
        Facts odd = new Facts(2, AwakeningPath.DOUBTFUL, 0, 0, Belief.PAID, 3);
        assertThat(AwakeningRules.missing(State.AGREEING, odd)).containsExactly("AW-08", "AW-09");
    }

    @Test
    void aw09_aw10_whoBelievesIsAskedAgainAndWhoDoesNotIsVisited() {
        assertThat(AwakeningRules.askedAgain(7))
                .extracting(Task::kind, each -> each.dueWithin().toDays())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("follow-up", 7L));
        assertThat(AwakeningRules.visited(Level.HIGH, false, true))
                .extracting(Task::kind)
                .containsExactly("visit");
    }

    @Test
    void aw11_aReasonIsOneOfTheKnownOnes() {
        assertThat(AwakeningRules.isReason(Deed.PAUSE, "rest")).isTrue();
        assertThat(AwakeningRules.isReason(Deed.PAUSE, "person-left")).isFalse();
        assertThat(AwakeningRules.isReason(Deed.BREAK_OFF, "person-left")).isTrue();
        assertThat(AwakeningRules.isReason(Deed.BREAK_OFF, "当事人不听")).isFalse();
        assertThat(AwakeningRules.isReason(Deed.FINISH, "rest")).isFalse();
    }
}

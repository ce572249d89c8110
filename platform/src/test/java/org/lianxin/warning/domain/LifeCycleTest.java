package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.warning.domain.LifeCycle.Deed;
import org.lianxin.warning.domain.LifeCycle.Move;
import org.lianxin.warning.domain.Outcome.Kind;
import org.lianxin.warning.domain.Plan.Task;

@Tag("fast")
class LifeCycleTest {

    @Test
    void everyPairOfStateAndDeedLeadsToAtMostOneStateAndEveryOpenStateToAnEnd() {
        for (EpisodeState state : EpisodeState.values()) {
            for (Deed deed : Deed.values()) {
                List<Move> moves = LifeCycle.all().stream()
                        .filter(move -> move.from() == state && move.deed() == deed)
                        .toList();
                assertThat(moves).as(state + " " + deed).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(LifeCycle.find(state, Deed.REACHED).isPresent())
                    .as(state + " can end")
                    .isEqualTo(state.isOpen());
        }
    }

    @Test
    void aFreshSignalWakesWhatWasClosed() {
        assertThat(LifeCycle.find(EpisodeState.CLOSED, Deed.SIGNAL)
                        .orElseThrow()
                        .to())
                .isEqualTo(EpisodeState.OPEN);
        assertThat(LifeCycle.find(EpisodeState.HISTORY, Deed.SIGNAL)
                        .orElseThrow()
                        .to())
                .isEqualTo(EpisodeState.OPEN);
    }

    @Test
    void wa21_wa22_refusedAndNotFoundNeverEndSilently() {
        for (Kind kind : Kind.values()) {
            for (Level level : Level.values()) {
                for (boolean routed : new boolean[] {false, true}) {
                    List<Task> next = new Outcome(kind, null, null, 1L, null).next(level, false, routed);
                    assertThat(next.isEmpty())
                            .as(kind + " is followed by an order")
                            .isEqualTo(kind == Kind.REACHED);
                    assertThat(next).allMatch(task -> task.dueWithin().isPositive());
                }
            }
            for (EpisodeState state : EpisodeState.values()) {
                LifeCycle.find(state, kind.deed())
                        .ifPresent(move -> assertThat(move.to().isOpen()).isEqualTo(kind != Kind.REACHED));
            }
        }
    }

    @Test
    void wa11_highRiskIsCalledAndVisitedAtOnce() {
        List<Task> tasks = Plan.tasks(new Plan.Facts(Level.HIGH, false, true, true));

        assertThat(tasks).extracting(Task::kind).containsExactly("call", "visit");
        assertThat(tasks).extracting(Task::ladder).containsExactly("warning.high.call", "warning.high.visit");
        assertThat(tasks).extracting(Task::urgency).containsOnly(Urgency.HIGH);
    }

    @Test
    void wa10_moneyInMotionComesFirstWhateverTheLevel() {
        assertThat(Plan.tasks(new Plan.Facts(Level.LOW, true, true, true)))
                .extracting(Task::kind, Task::urgency)
                .contains(org.assertj.core.groups.Tuple.tuple("visit", Urgency.MONEY_IN_MOTION));
    }

    @Test
    void wa14_withoutAPlaceThePersonIsCalledAndThePlaceIsAskedFor() {
        assertThat(Plan.tasks(new Plan.Facts(Level.HIGH, false, true, false)))
                .extracting(Task::kind)
                .containsExactly("route", "call");
    }

    @Test
    void wa15_withoutAPhoneSomebodyGoesThere() {
        assertThat(Plan.tasks(new Plan.Facts(Level.LOW, false, false, true)))
                .extracting(Task::kind)
                .containsExactly("visit");
    }

    @Test
    void everySignalBecomesAtLeastOneOrder() {
        for (Level level : Level.values()) {
            for (int i = 0; i < 8; i++) {
                Plan.Facts facts = new Plan.Facts(level, (i & 1) > 0, (i & 2) > 0, (i & 4) > 0);
                assertThat(Plan.tasks(facts)).as(facts.toString()).isNotEmpty();
            }
        }
    }
}

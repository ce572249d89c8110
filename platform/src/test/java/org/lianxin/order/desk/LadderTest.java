package org.lianxin.order.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.lianxin.order.desk.OrderWorld.COUNTY;
import static org.lianxin.order.desk.OrderWorld.STATION;
import static org.lianxin.order.desk.OrderWorld.visit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.order.OrderOverdue;
import org.lianxin.order.OrderView;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.Ladder.Addressee;
import org.lianxin.order.domain.Ladder.Condition;
import org.lianxin.order.domain.Ladder.Effect;
import org.lianxin.order.domain.Ladder.Step;
import org.lianxin.order.store.OrderStore.Claim;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;

class LadderTest {

    private final OrderWorld world = new OrderWorld(4);
    private final String cause = OrderWorld.cause();
    private final Viewer officer = world.officer(STATION, DataScope.OWN, Role.VISITING_OFFICER);

    @BeforeEach
    void phones() {
        world.units.phone(COUNTY, "+8613900001234");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void sign(UUID order) {
        world.transactions.run(officer, () -> world.orders.sign(order, officer));
    }

    @Test
    void or06_unsignedForFiveMinutesRaisesOneAlarmAtCommand() {
        UUID order = world.issue(visit(cause));
        world.pass(Duration.ofSeconds(299));
        assertThat(world.fireDue()).isZero();
        world.pass(Duration.ofSeconds(2));
        assertThat(world.fireDue()).isOne();
        assertThat(world.fireDue()).isZero();
        assertThat(world.onSubjectOf(cause))
                .extracting(OrderView::kind, OrderView::state, v -> v.to().unitId(), OrderView::title)
                .containsExactly(
                        tuple("visit", "issued", InMemoryUnits.id(STATION), "上门见面劝阻：包*兰"),
                        tuple("alarm", "issued", InMemoryUnits.id(COUNTY), "5 分钟未签收：上门见面劝阻：包*兰"));
        assertThat(world.sent).extracting(NewMessage::key).containsExactly("order/" + order + "/step/1/sms/0");
        assertThat(world.view(order).ladder()).extracting(OrderView.Step::state).containsExactly("fired", "ahead");
    }

    @Test
    void or07_whatWasSignedInTimeNeverFires() {
        UUID order = world.issue(visit(cause));
        world.pass(Duration.ofSeconds(200));
        sign(order);
        world.pass(Duration.ofSeconds(200));
        assertThat(world.fireDue()).isZero();
        assertThat(world.onSubjectOf(cause)).hasSize(1);
    }

    @Test
    void or07_whatWasSignedTooLateStillFiresAfterAnOutage() {
        UUID order = world.issue(visit(cause));
        world.pass(Duration.ofSeconds(400));
        sign(order);
        assertThat(world.fireDue()).isOne();
        assertThat(world.onSubjectOf(cause)).extracting(OrderView::kind).containsExactly("visit", "alarm");
    }

    @Test
    void or05_overdueIsAFactThatStays() {
        UUID order = world.issue(visit(cause));
        sign(order);
        world.pass(Duration.ofMinutes(31));
        assertThat(world.fireDue())
                .as("the deadline and the step at 30 minutes")
                .isEqualTo(2);
        OrderView late = world.view(order);
        assertThat(late.overdueSince()).isEqualTo(late.dueAt());
        world.transactions.runAs(OrderWorld.JOB, () -> {
            world.orders.meet(order, "reached", "");
            return true;
        });
        assertThat(world.view(order).overdueSince()).isEqualTo(late.dueAt());
        assertThat(world.events).filteredOn(OrderOverdue.class::isInstance).hasSize(1);
    }

    @Test
    void afterALongOutageEveryStepFiresOnceInOrder() {
        world.issue(visit(cause));
        world.pass(Duration.ofDays(2));
        assertThat(world.fireDue()).isEqualTo(3);
        assertThat(world.onSubjectOf(cause)).extracting(OrderView::kind).containsExactly("visit", "alarm", "alarm");
        world.pass(Duration.ofDays(2));
        assertThat(world.fireDue()).as("the alarms' own deadlines").isEqualTo(2);
        assertThat(world.fireDue()).isZero();
    }

    @Test
    void aClaimMadeBeforeTheOrderWasSignedNoLongerFires() {
        UUID order = world.issue(OrderWorld.order("visit", cause, STATION, "warning.high.visit", Duration.ofHours(9)));
        world.pass(Duration.ofSeconds(400));
        List<Claim> claims = world.transactions.runAs(OrderWorld.JOB, () -> world.runner.claim("slow", 10));
        sign(order);
        assertThat(world.transactions.runAs(OrderWorld.JOB, () -> world.runner.fire("slow", claims)))
                .isZero();
        assertThat(world.fireDue()).as("signed too late: still fires, once").isOne();
    }

    @Test
    void aNodeThatLostItsLeaseFiresNothing() throws InterruptedException {
        world.issue(visit(cause));
        world.pass(Duration.ofSeconds(400));
        List<Claim> stalled = world.transactions.runAs(OrderWorld.JOB, () -> world.runner.claim("stalled", 10));
        assertThat(world.fireDue()).as("leased to the other node").isZero();
        Thread.sleep(LadderRunner.LEASE.plusMillis(100));
        assertThat(world.fireDue()).isOne();
        assertThat(world.transactions.runAs(OrderWorld.JOB, () -> world.runner.fire("stalled", stalled)))
                .isZero();
        assertThat(world.onSubjectOf(cause)).hasSize(2);
    }

    @Test
    void or08_whereNobodyHoldsTheDutyTheIssuerIsTold() {
        world.units.unit("15.1505.150502.09.", "无指挥中心的派出所", "station");
        world.issue(
                OrderWorld.order("visit", cause, "15.1505.150502.09.", "warning.high.visit", Duration.ofMinutes(30)));
        world.pass(Duration.ofMinutes(6));
        world.fireDue();
        assertThat(world.onSubjectOf(cause).get(1).to().unitId()).isEqualTo(InMemoryUnits.id(OrderWorld.CITY));
    }

    @Test
    void theDutyChiefIsTold() {
        Viewer chief = world.officer(STATION, DataScope.UNIT, Role.UNIT_HEAD);
        world.units.chief(chief.staffId(), STATION);
        world.issue(OrderWorld.order("call", cause, STATION, "warning.high.call", Duration.ofMinutes(30)));
        world.pass(Duration.ofMinutes(4));
        world.fireDue();
        OrderView notice = world.onSubjectOf(cause).get(1);
        assertThat(notice.kind()).isEqualTo("notice");
        assertThat(notice.to().staffId()).isEqualTo(chief.staffId());
    }

    @Test
    void aLadderMayHandTheOrderOnByItself() {
        Ladder ladder = new Ladder(
                "test.reassign",
                1,
                "转",
                "on",
                List.of(new Step(
                        1,
                        Condition.UNSIGNED,
                        Duration.ofMinutes(3),
                        Effect.REASSIGN,
                        Addressee.NEAREST_WITH_DUTY,
                        "command")));
        world.transactions.runAs(
                new org.lianxin.audit.ScopedTransactions.SystemJob("order.test", false),
                () -> world.ladders.add(ladder, "test"));
        world.issue(OrderWorld.order("task", cause, STATION, "test.reassign", Duration.ofHours(1)));
        world.pass(Duration.ofMinutes(4));
        world.fireDue();
        assertThat(world.onSubjectOf(cause))
                .extracting(OrderView::state, v -> v.to().unitId())
                .containsExactly(
                        tuple("handed-over", InMemoryUnits.id(STATION)), tuple("issued", InMemoryUnits.id(COUNTY)));
    }
}

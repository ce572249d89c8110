package org.lianxin.order.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.order.desk.OrderWorld.CITY;
import static org.lianxin.order.desk.OrderWorld.COUNTY;
import static org.lianxin.order.desk.OrderWorld.OTHER_STATION;
import static org.lianxin.order.desk.OrderWorld.STATION;
import static org.lianxin.order.desk.OrderWorld.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lianxin.order.OrderReturned;
import org.lianxin.order.OrderSigned;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders.SignResult;
import org.lianxin.order.desk.Follow.Target;
import org.lianxin.order.desk.Handling.Result;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.Order.Extension;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.shared.Action;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;

class OrdersTest {

    private static final OrderWorld WORLD = new OrderWorld(6);

    private final String cause = OrderWorld.cause();
    private final Viewer officer = WORLD.officer(STATION, DataScope.OWN, Role.VISITING_OFFICER);
    private final Viewer colleague = WORLD.officer(STATION, DataScope.OWN, Role.VISITING_OFFICER);
    private final Viewer clerk = WORLD.officer(CITY, DataScope.UNIT_AND_BELOW, Role.WARNING_CLERK);
    private final Viewer otherOfficer = WORLD.officer(OTHER_STATION, DataScope.OWN, Role.VISITING_OFFICER);
    private final Viewer stranger = WORLD.officer("15.1505.150502.", DataScope.UNIT_AND_BELOW, Role.DISPATCHER);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static SignResult sign(UUID order, Viewer by) {
        return WORLD.transactions.run(by, () -> WORLD.orders.sign(order, by));
    }

    @Test
    void or11_theSameCauseIssuesOnce() {
        UUID first = WORLD.issue(visit(cause));
        List<UUID> again = WORLD.issueAll(List.of(visit(cause), visit(OrderWorld.cause()), visit(cause)));
        assertThat(again.getFirst()).isEqualTo(first).isEqualTo(again.get(2));
        assertThat(again.get(1)).isNotEqualTo(first);
        assertThat(WORLD.onSubjectOf(cause)).hasSize(1);
    }

    @Test
    void or15_aNumberNamesUnitDayAndSerial() {
        OrderView one = WORLD.view(WORLD.issue(visit(cause)));
        OrderView two = WORLD.view(WORLD.issue(visit(OrderWorld.cause())));
        assertThat(one.number()).matches("ZL-01-[0-9]{8}-[0-9]{4,}");
        assertThat(two.number()).isNotEqualTo(one.number());
    }

    @Test
    void signingStopsTheStepThatWaitedForItAndLeavesTheOthers() {
        UUID order = WORLD.issue(visit(cause));
        assertThat(WORLD.view(order).ladder()).extracting(OrderView.Step::state).containsExactly("ahead", "ahead");
        assertThat(sign(order, officer)).isEqualTo(new SignResult.Signed(order));
        OrderView view = WORLD.view(order);
        assertThat(view.state()).isEqualTo("signed");
        assertThat(view.holder()).isEqualTo(officer.name());
        assertThat(view.ladder()).extracting(OrderView.Step::state).containsExactly("cancelled", "ahead");
        assertThat(WORLD.events)
                .anyMatch(event ->
                        event instanceof OrderSigned signed && signed.order().equals(order));
    }

    @Test
    void whoComesSecondIsToldWhoSigned() {
        UUID order = WORLD.issue(visit(cause));
        sign(order, officer);
        assertThat(sign(order, clerk)).isInstanceOf(SignResult.SignedBySomebodyElse.class);
        assertThat(sign(order, colleague))
                .as("an order that a colleague holds is out of reach of who sees the own only")
                .isInstanceOf(SignResult.Missing.class);
    }

    @Test
    void aForeignOrderAnswersLikeAMissingOne() {
        UUID order = WORLD.issue(visit(cause));
        assertThat(sign(order, stranger)).isEqualTo(sign(UUID.randomUUID(), stranger));
        assertThat(WORLD.transactions.run(
                        stranger, () -> WORLD.orders.onSubject(new SubjectRef("warning", InMemoryUnits.id(cause)))))
                .isEmpty();
    }

    @Test
    void meetingClosesForGoodWhoeverRecordsIt() {
        UUID order = WORLD.issue(visit(cause));
        WORLD.transactions.run(stranger, () -> {
            WORLD.orders.meet(order, "reached", "saved 300000.00");
            WORLD.orders.meet(order, "refused", "too late");
            return true;
        });
        OrderView view = WORLD.view(order);
        assertThat(view.state()).isEqualTo("met");
        assertThat(view.metAt()).isNotNull();
        assertThat(view.ladder()).extracting(OrderView.Step::state).containsOnly("cancelled");
        assertThat(view.actions()).noneMatch(Action::open);
        assertThat(sign(order, officer)).isInstanceOf(SignResult.Missing.class);
        assertThat(sign(order, clerk)).isEqualTo(new SignResult.Closed("met"));
    }

    @Test
    void withdrawingLeavesOtherKindsAndClosedOrders() {
        UUID visit = WORLD.issue(visit(cause));
        UUID call = WORLD.issue(OrderWorld.order("call", cause + "/call", STATION, "plain", Duration.ofHours(1)));
        int withdrawn = WORLD.transactions.run(
                officer,
                () -> WORLD.orders.withdrawOpen(
                        new SubjectRef("warning", InMemoryUnits.id(cause)), List.of("visit"), "已当面劝阻"));
        assertThat(withdrawn).isOne();
        assertThat(WORLD.view(visit).state()).isEqualTo("withdrawn");
        assertThat(WORLD.view(call).state()).isEqualTo("issued");
    }

    @Test
    void or09_aReturnedOrderComesBackToItsIssuerAsOneToDecide() {
        UUID order = WORLD.issue(visit(cause));
        sign(order, officer);
        Result result =
                WORLD.transactions.run(officer, () -> WORLD.follow.returned(order, Actor.of(officer), "不在本辖区居住"));
        assertThat(result).isInstanceOf(Result.Done.class);
        assertThat(WORLD.onSubjectOf(cause))
                .extracting(OrderView::kind, OrderView::state, v -> v.to().unitId())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("visit", "returned", InMemoryUnits.id(STATION)),
                        org.assertj.core.groups.Tuple.tuple("decide", "issued", InMemoryUnits.id(CITY)));
        assertThat(WORLD.events)
                .anyMatch(event -> event instanceof OrderReturned returned
                        && returned.order().equals(order));
    }

    @Test
    void or10_handingOverKeepsTheDeadline() {
        UUID order = WORLD.issue(visit(cause));
        Instant due = WORLD.view(order).dueAt();
        WORLD.transactions.run(
                officer,
                () -> WORLD.follow.handedOver(
                        order, Actor.of(officer), new Target(InMemoryUnits.id(OTHER_STATION), null), "当事人在莫斯台"));
        List<OrderView> both = WORLD.onSubjectOf(cause);
        assertThat(both).extracting(OrderView::state).containsExactly("handed-over", "issued");
        assertThat(both.get(1).to().unitId()).isEqualTo(InMemoryUnits.id(OTHER_STATION));
        assertThat(Duration.between(due, both.get(1).dueAt()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void or21_whatWasHandedOnComesBackToWhoeverHadItUntilSomebodySigns() {
        UUID order = WORLD.issue(visit(cause));
        sign(order, officer);
        Instant due = WORLD.view(order).dueAt();
        handOver(order);
        assertThat(takeBack(order, clerk)).as("not by somebody else").isInstanceOf(Result.Missing.class);
        assertThat(takeBack(order, officer)).isInstanceOf(Result.Done.class);
        List<OrderView> all = WORLD.onSubjectOf(cause);
        assertThat(all).extracting(OrderView::state).containsExactly("handed-over", "handed-over", "signed");
        OrderView back = all.getLast();
        assertThat(back.to().unitId()).isEqualTo(InMemoryUnits.id(STATION));
        assertThat(back.holder()).isEqualTo(officer.name());
        assertThat(Duration.between(due, back.dueAt()).abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(takeBack(order, officer)).as("once").isInstanceOf(Result.Refused.class);
    }

    @Test
    void or21_whatTheOthersSignedForStaysWithThem() {
        UUID order = WORLD.issue(visit(cause));
        handOver(order);
        UUID next = WORLD.onSubjectOf(cause).getLast().id();
        assertThat(sign(next, otherOfficer)).isInstanceOf(SignResult.Signed.class);
        assertThat(takeBack(order, officer))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("taken-over"));
        assertThat(WORLD.onSubjectOf(cause)).extracting(OrderView::state).containsExactly("handed-over", "signed");
    }

    private void handOver(UUID order) {
        Target target = new Target(InMemoryUnits.id(OTHER_STATION), null);
        WORLD.transactions.run(officer, () -> WORLD.follow.handedOver(order, Actor.of(officer), target, "当事人在莫斯台"));
    }

    private Result takeBack(UUID order, Viewer by) {
        return WORLD.transactions.run(by, () -> WORLD.follow.takenBack(order, Actor.of(by)));
    }

    @Test
    void or04_anExtensionIsAskedForBeforeTheDeadlineAndMovesWhatWaitsForTheDeed() {
        UUID order = WORLD.issue(visit(cause));
        sign(order, officer);
        Instant until = WORLD.view(order).dueAt().plus(Duration.ofHours(1));
        Actor holder = Actor.of(officer);
        assertThat(WORLD.transactions.run(
                        officer, () -> WORLD.handling.askExtension(order, holder, new Extension(until, "在外地"))))
                .isInstanceOf(Result.Done.class);
        assertThat(WORLD.transactions.run(
                        clerk, () -> WORLD.handling.decideExtension(order, Actor.of(clerk), true, "同意")))
                .isInstanceOf(Result.Done.class);
        OrderView view = WORLD.view(order);
        assertThat(view.dueAt()).isEqualTo(until);
        assertThat(view.ladder().get(1).at()).isEqualTo(until);
    }

    @Test
    void theServerSaysWhyAnActionIsClosed() {
        UUID order = WORLD.issue(visit(cause));
        List<Action> actions = WORLD.transactions.run(
                clerk,
                () -> WORLD.orders
                        .onSubject(new SubjectRef("warning", InMemoryUnits.id(cause)))
                        .getFirst()
                        .actions());
        assertThat(actions).filteredOn(Action::open).extracting(Action::name).containsExactly("remind", "withdraw");
        assertThat(actions)
                .filteredOn(action -> action.name().equals("sign"))
                .extracting(Action::reason)
                .containsExactly("不是下达给您所在单位的，由承办单位办理。");
        assertThat(order).isNotNull();
    }

    @Test
    void aNoticeIsDoneWhenItIsSigned() {
        UUID notice = WORLD.issue(OrderWorld.order("notice", cause, COUNTY, "plain", Duration.ofMinutes(15)));
        Viewer command = WORLD.officer(COUNTY, DataScope.UNIT_AND_BELOW, Role.DISPATCHER);
        WORLD.transactions.run(command, () -> WORLD.handling.sign(notice, Actor.of(command)));
        assertThat(WORLD.view(notice).state()).isEqualTo("met");
    }

    @Test
    void anOrderByHandIsMetByItsHolder() {
        UUID order = WORLD.issue(OrderWorld.order("task", cause, STATION, "plain", Duration.ofHours(1)));
        sign(order, officer);
        assertThat(WORLD.transactions.run(
                        officer, () -> WORLD.handling.meet(order, Actor.of(officer), new Outcome("done", "已办"))))
                .isInstanceOf(Result.Done.class);
        assertThat(WORLD.view(order).state()).isEqualTo("met");
        assertThat(WORLD.transactions.runAs(OrderWorld.JOB, () -> WORLD.store.history(order)))
                .extracting(OrderStoreLine::of)
                .containsExactly("signed: issued > signed", "met: signed > met");
    }

    private static final class OrderStoreLine {
        static String of(org.lianxin.order.store.OrderStore.Happened line) {
            return line.action() + ": " + line.fromState() + " > " + line.toState();
        }
    }
}

package org.lianxin.order.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.domain.LadderClock.Due;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Extension;
import org.lianxin.order.domain.Order.LadderRef;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.domain.Order.Route;
import org.lianxin.order.domain.Order.Span;
import org.lianxin.order.domain.Order.Task;
import org.lianxin.order.domain.Party;
import org.lianxin.order.store.OrderStore.Ahead;
import org.lianxin.order.store.OrderStore.Claim;
import org.lianxin.order.store.OrderStore.Firing;
import org.lianxin.order.store.OrderStore.Happened;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;

/** What every order store promises. */
abstract class OrderStoreContractTest {

    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Party STATION = new Party(UUID.randomUUID(), new UnitPath("15.1505."));

    private final UUID unit = Uuid7.next();

    abstract OrderStore store();

    abstract <T> T transaction(Supplier<T> work);

    abstract void pass(Duration time);

    private Ahead order(String cause, Urgency urgency, int rank, @Nullable Duration next) {
        Instant now = transaction(() -> store().now());
        Order order = Order.issued(
                Uuid7.next(),
                "ZL-test-" + Uuid7.next(),
                new Task("visit", "上门", null, new SubjectRef("warning", UUID.randomUUID()), cause, urgency, rank),
                new Route(STATION, new Party(unit, new UnitPath("15.1505.1.")), null, null),
                new LadderRef("plain", 1),
                new Span(now, now.plus(Duration.ofHours(1))));
        return new Ahead(order, next == null ? null : new Due(1, now.plus(next)));
    }

    private UUID insert(Ahead order) {
        Map<String, UUID> ids = transaction(() -> store().insert(List.of(order)));
        return ids.getOrDefault(order.order().task().cause(), order.order().id());
    }

    private static String cause() {
        return "test/" + Uuid7.next();
    }

    private Order get(UUID id) {
        return transaction(() -> store().find(id)).orElseThrow();
    }

    private static Happened line(Order before, Order after) {
        return new Happened(
                Uuid7.next(),
                before.id(),
                before.issuedAt(),
                null,
                "test",
                "signed",
                null,
                before.state().word(),
                after.state().word());
    }

    private List<Claim> claim(String node) {
        return transaction(() -> store().claim(node, 1000, LEASE)).stream()
                .filter(claim -> get(claim.order()).to().unit().equals(unit))
                .toList();
    }

    private List<Order> hold(List<Claim> claims) {
        return transaction(() -> store().hold(claims));
    }

    @Test
    void whatIsStoredIsReadBackTheSame() {
        Ahead order = order(cause(), Urgency.LIFE, 7, Duration.ofMinutes(5));
        insert(order);
        assertThat(get(order.order().id())).isEqualTo(order.order());
    }

    @Test
    void aChangedOrderIsReadBackTheSame() {
        UUID id = insert(order(cause(), Urgency.HIGH, 1, Duration.ofMinutes(5)));
        Order read = get(id);
        Instant at = read.issuedAt();
        Order changed = read.signed(UUID.randomUUID(), at.plusSeconds(1));
        transaction(() -> store().save(new Ahead(changed, null), line(read, changed)));
        Order asked = changed.asked(new Extension(at.plusSeconds(9000), "在外地"));
        transaction(() -> store().save(new Ahead(asked, null), line(changed, asked)));
        assertThat(get(id)).isEqualTo(asked);
        Order granted = asked.extendedTo(at.plusSeconds(9000), at.plusSeconds(2));
        transaction(() -> store().save(new Ahead(granted, null), line(asked, granted)));
        Order met = granted.met(null, at.plusSeconds(3), new Outcome("reached", "saved 1.00"));
        transaction(() -> store().save(new Ahead(met, null), line(granted, met)));
        assertThat(get(id)).isEqualTo(met);
    }

    @Test
    void theSameCauseIsStoredOnce() {
        String cause = cause();
        UUID first = insert(order(cause, Urgency.HIGH, 1, null));
        assertThat(insert(order(cause, Urgency.HIGH, 1, null))).isEqualTo(first);
    }

    @Test
    void aChangeToAVersionThatSomebodyChangedIsRefused() {
        UUID id = insert(order(cause(), Urgency.HIGH, 1, Duration.ofMinutes(5)));
        Order read = get(id);
        Order signed = read.signed(UUID.randomUUID(), read.issuedAt());
        assertThat(transaction(() -> store().save(new Ahead(signed, null), line(read, signed))))
                .isTrue();
        Order other = read.signed(UUID.randomUUID(), read.issuedAt());
        assertThat(transaction(() -> store().save(new Ahead(other, null), line(read, other))))
                .isFalse();
        assertThat(get(id)).isEqualTo(signed);
        assertThat(transaction(() -> store().history(id))).hasSize(1);
    }

    @Test
    void onlyWhatIsDueIsClaimedAndOnlyOnce() {
        UUID id = insert(order(cause(), Urgency.HIGH, 1, Duration.ofMinutes(5)));
        assertThat(claim("a")).isEmpty();
        pass(Duration.ofMinutes(6));
        assertThat(claim("a")).extracting(Claim::order).containsExactly(id);
        assertThat(claim("b")).isEmpty();
    }

    @Test
    void aClaimIsVoidOnceTheOrderChanged() {
        UUID id = insert(order(cause(), Urgency.HIGH, 1, Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(6));
        List<Claim> claims = claim("a");
        Order read = get(id);
        Order signed = read.signed(UUID.randomUUID(), read.issuedAt());
        transaction(() -> store().save(new Ahead(signed, new Due(2, read.issuedAt())), line(read, signed)));
        assertThat(hold(claims)).isEmpty();
        assertThat(claim("b")).hasSize(1);
    }

    @Test
    void aNewerClaimVoidsTheOlder() {
        insert(order(cause(), Urgency.HIGH, 1, Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(6));
        List<Claim> older = claim("a");
        waitForLease();
        List<Claim> newer = claim("b");
        assertThat(newer).hasSize(1);
        assertThat(hold(older)).isEmpty();
        assertThat(hold(newer)).hasSize(1);
    }

    abstract void waitForLease();

    @Test
    void whatFiredIsGoneFromTheDeadlines() {
        UUID id = insert(order(cause(), Urgency.HIGH, 1, Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(6));
        List<Claim> claims = claim("a");
        transaction(() -> {
            Order held = store().hold(claims).getFirst();
            Order fired = held.fired(new Due(1, held.issuedAt()), store().now());
            store().saveFired(
                            List.of(new Ahead(fired, null)),
                            List.of(new Firing(
                                    id,
                                    1,
                                    held.issuedAt(),
                                    store().now(),
                                    claims.getFirst().fence(),
                                    "a")),
                            List.of(line(held, fired)));
            return true;
        });
        assertThat(get(id).life().fired()).containsExactly(1);
        waitForLease();
        assertThat(claim("b")).isEmpty();
    }

    @Test
    void theMostUrgentIsTakenFirst() {
        insert(order(cause(), Urgency.NORMAL, 99, null));
        UUID life = insert(order(cause(), Urgency.LIFE, 1, null));
        insert(order(cause(), Urgency.MONEY_IN_MOTION, 100, null));
        assertThat(transaction(() -> store().lockNext(unit, UUID.randomUUID(), List.of("visit"))))
                .hasValueSatisfying(order -> assertThat(order.id()).isEqualTo(life));
        assertThat(transaction(() -> store().lockNext(unit, UUID.randomUUID(), List.of("call"))))
                .isEmpty();
    }

    @Test
    void serialsNeverRepeat() {
        var first = transaction(() -> store().takeSerials(100)).serials();
        var second = transaction(() -> store().takeSerials(100)).serials();
        assertThat(first).hasSize(100).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
        assertThat(first).allSatisfy(serial -> assertThat(serial.number()).isPositive());
    }
}

package org.lianxin.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.notification.Notifications;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.Ladder.Condition;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Extension;
import org.lianxin.order.domain.Order.LadderRef;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.store.InMemoryOrderStore;
import org.lianxin.order.store.LadderStore;
import org.lianxin.order.store.OrderStore.Claim;
import org.lianxin.order.store.OrderStore.Firing;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;

/**
 * Thirty days of a station: orders come, are signed, extended, met or not; two nodes look for deadlines, fall out for hours, stall
 * with claims in hand and crash in the middle of a transaction. An oracle that knows nothing of {@code LadderClock} keeps its own
 * books of what must fire and what must not.
 */
final class LadderSimulation {

    enum Bug {
        NONE,
        /** Claims are believed whatever happened since. */
        BELIEVES_OLD_CLAIMS,
        /** A deadline is dropped when it is claimed. */
        FORGETS_AFTER_CLAIM
    }

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(30);
    private static final int ORDERS = 40;
    private static final Ladder LADDER = new Ladder(
            "sim",
            1,
            "模拟",
            "simulated",
            List.of(
                    step(1, Condition.UNSIGNED, Duration.ofMinutes(5)),
                    step(2, Condition.UNSIGNED, Duration.ofMinutes(20)),
                    step(3, Condition.UNMET, Duration.ofMinutes(30)),
                    step(4, Condition.UNMET, Duration.ofHours(6))));
    private static final Ladder PLAIN = new Ladder("plain", 1, "普通", "plain", List.of());

    private final Random random;
    private final Bug bug;
    private final InMemoryOrderStore store = new InMemoryOrderStore(START);
    private final PriorityQueue<Planned> plan = new PriorityQueue<>();
    private final Map<UUID, Book> books = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Stalled> stalled = new ArrayList<>();
    private final Issuing issuing;
    private final Handling handling;
    private final LadderRunner runner;
    private Instant nodesBackAt = START;
    private boolean crashNext;
    private int crashes;
    private long fired;
    private long cancelled;
    private int sequence;

    private record Planned(Instant at, int sequence, Runnable what) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Integer.compare(sequence, other.sequence) : byTime;
        }
    }

    private record Stalled(Instant wakes, List<Claim> claims) {}

    /** What the oracle knows of one order. */
    private static final class Book {
        private final Map<Integer, Instant> due = new HashMap<>();
        private @Nullable Instant signed;
        private @Nullable Instant closed;
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    LadderSimulation(long seed, Bug bug) {
        this.random = new Random(seed);
        this.bug = bug;
        if (bug == Bug.BELIEVES_OLD_CLAIMS) {
            store.believeOldClaims();
        }
        ScopedTransactions through = new Through();
        InMemoryUnits units = InMemoryUnits.tongliao();
        LadderStore ladders = new TwoLadders();
        issuing = new Issuing(through, store, ladders, units, changes -> {});
        handling = new Handling(through, store, ladders, changes -> {}, event -> {});
        runner = new LadderRunner(
                store,
                ladders,
                new Escalation(units),
                issuing,
                new LadderRunner.Tell(new Crashing(), changes -> crashPoint(), event -> {}));
    }

    static int wrongUnder(Bug bug, int seeds) {
        int wrong = 0;
        for (int seed = 0; seed < seeds; seed++) {
            LadderSimulation simulation = new LadderSimulation(seed, bug);
            simulation.run();
            wrong += simulation.wrong().size();
        }
        return wrong;
    }

    private static Ladder.Step step(int number, Condition condition, Duration after) {
        return new Ladder.Step(
                number, condition, after, Ladder.Effect.ALARM, Ladder.Addressee.NEAREST_WITH_DUTY, "command");
    }

    List<String> wrong() {
        return wrong;
    }

    long fired() {
        return fired;
    }

    long cancelled() {
        return cancelled;
    }

    int crashes() {
        return crashes;
    }

    void run() {
        for (int i = 0; i < ORDERS; i++) {
            plan(START.plus(within(SPAN.minusDays(2))), this::issue);
        }
        Instant end = START.plus(SPAN);
        while (store.now().isBefore(end)) {
            Instant next = nextInstant(end);
            store.moveTo(next);
            while (!plan.isEmpty() && !plan.peek().at().isAfter(next)) {
                plan.remove().what().run();
            }
            if (!next.isBefore(nodesBackAt)) {
                poll();
            }
            wakeStalled();
        }
        nodesBackAt = end;
        for (int i = 0; i < 20; i++) {
            store.moveTo(store.now().plusSeconds(10));
            poll();
            wakeStalled();
        }
        judge();
    }

    private Instant nextInstant(Instant end) {
        Instant next = plan.isEmpty() ? end : plan.peek().at();
        Optional<Instant> deadline = store.nextDeadline();
        if (deadline.isPresent()) {
            Instant looked = later(deadline.get(), nodesBackAt).plusMillis(random.nextInt(200));
            next = looked.isBefore(next) ? looked : next;
        }
        for (Stalled each : stalled) {
            next = each.wakes().isBefore(next) ? each.wakes() : next;
        }
        Instant soonest = store.now().plusMillis(1);
        return next.isBefore(soonest) ? soonest : next;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Duration within(Duration most) {
        return Duration.ofMillis((long) (random.nextDouble() * most.toMillis()));
    }

    private void plan(Instant at, Runnable what) {
        plan.add(new Planned(at, sequence++, what));
    }

    private void issue() {
        Duration due = Duration.ofMinutes(20 + random.nextInt(60));
        IssueOrder command = OrderWorld.order("task", "sim/" + sequence++, OrderWorld.STATION, "sim", due);
        UUID id = issuing.issue(List.of(new Issuing.Command(command, null))).getFirst();
        Instant now = store.now();
        Book book = new Book();
        book.due.put(0, now.plus(due));
        LADDER.steps().forEach(step -> book.due.put(step.number(), now.plus(step.after())));
        books.put(id, book);
        if (random.nextInt(10) < 8) {
            plan(now.plus(within(Duration.ofMinutes(40))), () -> sign(id, book));
        }
    }

    private final UUID officer = UUID.randomUUID();

    private Actor actor() {
        return new Actor("某民警", officer, InMemoryUnits.id(OrderWorld.STATION), null, java.util.Set.of());
    }

    private void sign(UUID id, Book book) {
        if (handling.sign(id, actor()) instanceof Handling.Result.Done) {
            book.signed = store.now();
            if (random.nextInt(4) == 0) {
                plan(store.now().plus(within(Duration.ofMinutes(20))), () -> extend(id, book));
            }
            if (random.nextInt(10) < 8) {
                plan(store.now().plus(within(Duration.ofHours(8))), () -> meet(id, book));
            }
        }
    }

    private void extend(UUID id, Book book) {
        Order before = store.find(id).orElseThrow();
        Duration more = Duration.ofMinutes(10 + random.nextInt(120));
        Instant until = before.dueAt().plus(more);
        if (handling.askExtension(id, actor(), new Extension(until, "r")) instanceof Handling.Result.Done) {
            handling.decideExtension(id, Actor.service("issuer"), true, "ok");
            Instant now = store.now();
            for (int step : new int[] {0, 3, 4}) {
                book.due.computeIfPresent(step, (n, at) -> at.isAfter(now) ? at.plus(more) : at);
            }
        }
    }

    private void meet(UUID id, Book book) {
        if (handling.meet(id, actor(), new Outcome("done", "")) instanceof Handling.Result.Done) {
            book.closed = store.now();
        }
    }

    private void poll() {
        int dice = random.nextInt(100);
        if (dice < 2) {
            nodesBackAt = store.now().plus(within(Duration.ofHours(10)));
            return;
        }
        List<Claim> claims = store.transaction(() -> runner.claim("node-" + dice % 2, 1 + random.nextInt(5)));
        if (claims.isEmpty()) {
            return;
        }
        if (bug == Bug.FORGETS_AFTER_CLAIM && dice < 10) {
            store.forget(claims);
            return;
        }
        if (dice < 12) {
            stalled.add(new Stalled(store.now().plus(within(Duration.ofSeconds(20))), claims));
            return;
        }
        fire(claims, dice < 20);
    }

    private void fire(List<Claim> claims, boolean crash) {
        crashNext = crash;
        try {
            store.transaction(() -> runner.fire("node", claims));
        } catch (Crash e) {
            crashes++;
        } catch (IllegalStateException e) {
            wrong.add(String.valueOf(e.getMessage()));
        } finally {
            crashNext = false;
        }
    }

    private void crashPoint() {
        if (crashNext) {
            crashNext = false;
            throw new Crash();
        }
    }

    private void wakeStalled() {
        for (Stalled each : List.copyOf(stalled)) {
            if (!each.wakes().isAfter(store.now())) {
                stalled.remove(each);
                fire(each.claims(), false);
            }
        }
    }

    private void judge() {
        Map<UUID, Map<Integer, Firing>> seen = new HashMap<>();
        for (Firing each : store.firings()) {
            if (seen.computeIfAbsent(each.order(), none -> new HashMap<>()).put(each.step(), each) != null) {
                wrong.add("step " + each.step() + " fired twice");
            }
        }
        books.forEach((id, book) -> book.due.forEach((step, at) ->
                judge(book, step, at, seen.getOrDefault(id, Map.of()).get(step))));
    }

    private void judge(Book book, int step, Instant at, @Nullable Firing firing) {
        boolean untilSigned = step == 1 || step == 2;
        Instant signed = book.signed;
        Instant closed = book.closed;
        boolean confirmed =
                (untilSigned && signed != null && !signed.isAfter(at)) || (closed != null && !closed.isAfter(at));
        if (confirmed) {
            cancelled++;
            if (firing != null) {
                wrong.add("step " + step + " fired although confirmed before " + at);
            }
            return;
        }
        fired++;
        if (firing == null) {
            wrong.add("step " + step + " due " + at + " never fired");
        } else if (firing.at().isBefore(at) || !firing.dueAt().equals(at)) {
            wrong.add("step " + step + " due " + at + " fired at " + firing.at() + " for " + firing.dueAt());
        }
    }

    private final class Crashing implements Notifications {
        @Override
        public void send(List<NewMessage> messages) {
            crashPoint();
        }

        @Override
        public List<MessageView> onSubject(SubjectRef subject) {
            return List.of();
        }
    }

    private static final class TwoLadders implements LadderStore {
        @Override
        public List<Ladder> live() {
            return List.of(LADDER, PLAIN);
        }

        @Override
        public Ladder get(LadderRef ref) {
            return ref.id().equals("sim") ? LADDER : PLAIN;
        }

        @Override
        public Optional<Ladder> findLive(String id) {
            return Optional.of(get(new LadderRef(id, 1)));
        }

        @Override
        public boolean add(Ladder ladder, String madeBy) {
            return false;
        }
    }

    /** One thread, one store: transactions are the store's own. */
    private static final class Through implements ScopedTransactions {
        @Override
        public <T> T run(Viewer viewer, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T runFor(Viewer viewer, Purpose purpose, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T runAs(SystemJob job, Supplier<T> work) {
            return work.get();
        }

        @Override
        public ScopedTransactions.Actor actor() {
            return new ScopedTransactions.Actor("sim", null, null, null);
        }
    }
}

package org.lianxin.reliability.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Issues orders with near deadlines and meets some of them in time. What was committed goes into an oracle file: {@code issued ID}
 * and {@code met ID}, one a line, written after the commit.
 */
class OrderSource {

    private static final Logger LOG = LoggerFactory.getLogger(OrderSource.class);
    private static final SystemJob JOB = new SystemJob("reliability.orders", false);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int BATCH = 10;
    private static final int NEAREST_SECONDS = 3;
    private static final int ONE_IN_MET = 3;

    record Doors(ScopedTransactions transactions, Orders orders, Units units, JdbcClient jdbc) {}

    private final Doors doors;
    private final Path oracle;
    private final int farthestSeconds;
    private final boolean skipsDeadlines;
    private final PriorityQueue<Meeting> meetings = new PriorityQueue<>(Comparator.comparing(Meeting::at));

    /** When an order will be met: at any time up to a little after its deadline, so that confirmation and deadline race. */
    private record Meeting(UUID order, Instant at) {}

    /** @param farthestSeconds before how many seconds every deadline lies */
    OrderSource(Doors doors, Path oracle, int farthestSeconds, boolean skipsDeadlines) {
        this.doors = doors;
        this.oracle = oracle;
        this.farthestSeconds = farthestSeconds;
        this.skipsDeadlines = skipsDeadlines;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("order-source").start(this::run);
    }

    private void run() {
        while (!Files.exists(oracle.resolveSibling("stop"))) {
            try {
                List<Meeting> fresh = new ArrayList<>();
                List<UUID> issued = doors.transactions().runAs(JOB, () -> issue(fresh));
                write("issued", issued);
                plant(issued);
                meetings.addAll(fresh);
                meetThoseWhoseTimeHasCome();
            } catch (RuntimeException e) {
                LOG.warn("no orders now: {}", e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(EVERY.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<UUID> issue(List<Meeting> meetings) {
        UUID unit = doors.units().list().getLast().id();
        List<IssueOrder> commands = new ArrayList<>();
        List<Duration> latest = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            UUID cause = Uuid7.next();
            int seconds = ThreadLocalRandom.current().nextInt(NEAREST_SECONDS, farthestSeconds);
            latest.add(Duration.ofSeconds(seconds).plusMillis(500));
            commands.add(new IssueOrder(
                    "visit",
                    "reliability",
                    null,
                    new SubjectRef("warning", cause),
                    "reliability/" + cause,
                    unit,
                    null,
                    unit,
                    Duration.ofSeconds(seconds),
                    "reliability",
                    IssueOrder.Urgency.NORMAL,
                    50));
        }
        List<UUID> issued = doors.orders().issue(commands);
        for (int i = 0; i < issued.size(); i += ONE_IN_MET) {
            long millis = ThreadLocalRandom.current().nextLong(latest.get(i).toMillis());
            meetings.add(new Meeting(issued.get(i), Instant.now().plusMillis(millis)));
        }
        return issued;
    }

    private void meetThoseWhoseTimeHasCome() {
        for (Meeting next = meetings.peek();
                next != null && next.at().isBefore(Instant.now());
                next = meetings.peek()) {
            UUID order = next.order();
            doors.transactions().runAs(JOB, () -> {
                doors.orders().meet(order, "reached", "reliability");
                return order;
            });
            meetings.remove();
            write("met", List.of(order));
        }
    }

    /** The planted bug of R2: the deadline of one order in twenty is forgotten. */
    private void plant(List<UUID> issued) {
        if (skipsDeadlines) {
            doors.transactions()
                    .runAs(
                            JOB,
                            () -> doors.jdbc()
                                    .sql("DELETE FROM \"order\".deadline WHERE order_id = ANY (?)")
                                    .param(issued.stream()
                                            .filter(id -> Math.floorMod(id.hashCode(), 20) == 0)
                                            .toArray(UUID[]::new))
                                    .update());
        }
    }

    private void write(String what, List<UUID> ids) {
        StringBuilder lines = new StringBuilder();
        ids.forEach(id -> lines.append(what).append(' ').append(id).append('\n'));
        try {
            Files.write(
                    oracle,
                    lines.toString().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

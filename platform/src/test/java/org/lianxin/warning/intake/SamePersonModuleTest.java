package org.lianxin.warning.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.lianxin.shared.SubjectRef;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.testing.Desks;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signals about one person at the same moment: one episode, one set of orders, however they meet. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SamePersonModuleTest {

    private static final String STREET = "内蒙古通辽市霍林郭勒市珠斯花街道";
    private static final int ROUNDS = 25;
    private static final int AT_ONCE = 8;

    @Autowired
    private Intake intake;

    @Autowired
    private Units units;

    @Autowired
    private Orders orders;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private final Instant now = Clock.systemUTC().instant();

    private Sender sender() {
        return Sender.machine("national-platform", ((TongliaoUnits) units).city, null);
    }

    /** As many signals about the person of the first one, each from another source id. */
    private List<Signal> aboutOnePerson(int count) {
        Signal first = Desks.signal(now, STREET);
        return Stream.iterate(first, each -> again(first)).limit(count).toList();
    }

    private static Signal again(Signal like) {
        return new Signal(
                "T-" + UUID.randomUUID(),
                like.source(),
                like.occurredAt(),
                like.name(),
                like.nationalId(),
                like.phone(),
                like.scamType(),
                like.scamText(),
                like.level(),
                like.amountCents(),
                like.address(),
                like.description(),
                like.moneyMoving(),
                like.vulnerability(),
                like.fields());
    }

    /** Lets every task begin at the same moment, each on a thread of its own. */
    private static <T> List<T> together(int threads, java.util.function.IntFunction<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return task.apply(i);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }

    private void assertOneEpisode(List<Receipt> receipts) {
        assertThat(receipts)
                .extracting(Receipt::episodeId)
                .containsOnly(receipts.getFirst().episodeId());
        assertThat(receipts)
                .extracting(Receipt::outcome)
                .as("one began the episode, the others joined it")
                .containsOnlyOnce(Receipt.Outcome.ACCEPTED)
                .allMatch(each -> each == Receipt.Outcome.ACCEPTED || each == Receipt.Outcome.MERGED);
        UUID episode = receipts.getFirst().episodeId();
        int counted = transactions.runAs(
                IntakeTransaction.JOB,
                () -> jdbc.sql("select signal_count from warning.episode where id = ?")
                        .param(episode)
                        .query((row, n) -> row.getInt(1))
                        .single());
        assertThat(counted).isEqualTo(receipts.size());
        List<OrderView> issued =
                transactions.runAs(IntakeTransaction.JOB, () -> orders.onSubject(new SubjectRef("warning", episode)));
        assertThat(issued).extracting(OrderView::kind).containsExactlyInAnyOrder("call", "visit");
    }

    @Test
    void wa06_twoSignalsOfOneBatchBecomeOneEpisode() {
        List<Intake.Row> rows = new ArrayList<>();
        aboutOnePerson(2).forEach(each -> rows.add(new Intake.Row(rows.size(), each)));
        assertOneEpisode(intake.acceptAll(sender(), rows, r -> {}));
    }

    @Test
    void wa06_signalsOfBatchesThatRunAtTheSameTimeBecomeOneEpisode() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Signal> signals = aboutOnePerson(AT_ONCE);
            List<List<Receipt>> receipts = together(
                    AT_ONCE,
                    i -> intake.acceptAll(
                            sender(),
                            List.of(new Intake.Row(0, Desks.signal(now, STREET)), new Intake.Row(1, signals.get(i))),
                            r -> {}));
            assertOneEpisode(receipts.stream().map(List::getLast).toList());
        }
    }

    @Test
    void wa06_signalsOfRequestsThatComeAtTheSameTimeBecomeOneEpisode() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Signal> signals = aboutOnePerson(AT_ONCE);
            assertOneEpisode(together(AT_ONCE, i -> intake.accept(sender(), signals.get(i))));
        }
    }

    @Test
    void oneSignalSentManyTimesAtTheSameTimeIsTakenOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Signal signal = Desks.signal(now, STREET);
            List<Receipt> receipts = together(AT_ONCE, i -> intake.accept(sender(), signal));
            assertThat(receipts)
                    .extracting(Receipt::signalId)
                    .containsOnly(receipts.getFirst().signalId());
            assertThat(receipts).extracting(Receipt::duplicate).containsOnlyOnce(false);
        }
    }
}

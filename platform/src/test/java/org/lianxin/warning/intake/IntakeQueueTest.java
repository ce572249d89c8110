package org.lianxin.warning.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which signals share a transaction, and when it begins. The commit is a door that the test opens. */
@Tag("fast")
@Timeout(30)
class IntakeQueueTest {

    private record Begun(int size, long at) {}

    private final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();
    private final Semaphore door = new Semaphore(0);

    private IntakeQueue queue() {
        return new IntakeQueue(100, 2, this::commit);
    }

    private void commit(List<Waiting> batch) {
        begun.add(new Begun(batch.size(), System.nanoTime()));
        door.acquireUninterruptibly();
    }

    private static void put(IntakeQueue queue, int signals) {
        for (int i = 0; i < signals; i++) {
            queue.put(new Waiting(null));
        }
    }

    private Begun next() throws InterruptedException {
        return begun.take();
    }

    @Test
    void whatComesDuringACommitGoesIntoTheNextOne() throws Exception {
        try (IntakeQueue queue = queue()) {
            put(queue, 1);
            assertThat(next().size()).isOne();
            put(queue, 5);
            door.release();
            assertThat(next().size()).isEqualTo(5);
            door.release();
        }
    }

    @Test
    void aSecondTransactionRunsBesideTheFirstWhenManyWait() throws Exception {
        try (IntakeQueue queue = queue()) {
            put(queue, 1);
            assertThat(next().size()).isOne();
            put(queue, 16);
            assertThat(next().size()).as("begun before the first has ended").isEqualTo(16);
            door.release(2);
        }
    }

    @Test
    void aFewInCompanyWaitForAPaceToShareATransaction() throws Exception {
        try (IntakeQueue queue = queue()) {
            put(queue, 1);
            next();
            put(queue, 3);
            door.release();
            Begun company = next();
            put(queue, 1);
            door.release(2);
            assertThat(next().at() - company.at()).isGreaterThanOrEqualTo(IntakeQueue.PACE);
        }
    }

    @Test
    void manyDoNotWaitForThePaceAndNobodyIsForgottenAtIt() throws Exception {
        door.release(1_000);
        try (IntakeQueue queue = queue()) {
            int put = 0;
            for (int size : new int[] {1, 2, 20, 3, 1, 17, 2, 2, 1}) {
                put(queue, size);
                put += size;
            }
            int taken = 0;
            while (taken < put) {
                taken += next().size();
            }
            assertThat(taken).isEqualTo(put);
            assertThat(begun.poll(50, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void aFullQueueAndAClosedOneRefuse() throws Exception {
        IntakeQueue queue = new IntakeQueue(2, 1, this::commit);
        put(queue, 1);
        next();
        put(queue, 2);
        assertThatThrownBy(() -> put(queue, 1)).isInstanceOf(Busy.class);
        Waiting last = new Waiting(null);
        queue.close();
        assertThatThrownBy(() -> queue.put(last)).isInstanceOf(Busy.class);
        door.release(10);
    }
}

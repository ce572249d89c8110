package org.lianxin.warning.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Room for so much work at a time. Who finds none, even after a short wait, is told {@link Busy} and has lost nothing. */
final class Room {

    private final Semaphore free;
    private final long patienceMillis;

    Room(int most, long patienceMillis) {
        this.free = new Semaphore(most);
        this.patienceMillis = patienceMillis;
    }

    <T> T within(Supplier<T> work) {
        if (!isEntered()) {
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean isEntered() {
        try {
            return free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

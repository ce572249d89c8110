package org.lianxin.warning.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A request's signal in the queue, until the commit that holds it. Either a committer takes it or its request gives it up. */
final class Waiting {

    private enum Hold {
        NOBODY,
        COMMITTER,
        GIVEN_UP
    }

    private static final long PATIENCE_MILLIS = 900;
    private static final long COMMIT_SECONDS = 30;

    private final Prepared prepared;
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    private final AtomicReference<Hold> hold = new AtomicReference<>(Hold.NOBODY);

    Waiting(Prepared prepared) {
        this.prepared = prepared;
    }

    Prepared prepared() {
        return prepared;
    }

    boolean take() {
        return hold.compareAndSet(Hold.NOBODY, Hold.COMMITTER);
    }

    void done(Receipt result) {
        receipt.complete(result);
    }

    void failed(Throwable failure) {
        receipt.completeExceptionally(failure);
    }

    /** Returns after the commit; throws {@link Busy} when no committer came in time. */
    Receipt await() {
        try {
            return awaitPatiently();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a signal was being written", e);
        } catch (TimeoutException e) {
            throw new org.springframework.dao.QueryTimeoutException(
                    "a signal was not written within " + COMMIT_SECONDS + " s");
        }
    }

    private Receipt awaitPatiently() throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return receipt.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (hold.compareAndSet(Hold.NOBODY, Hold.GIVEN_UP)) {
                throw new Busy();
            }
            return receipt.get(COMMIT_SECONDS, TimeUnit.SECONDS);
        }
    }
}

package org.lianxin.analytics.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work on many things at once, all of it or a failure. */
final class Together {
    private Together() {}

    /** Work that may fail on a disk. */
    interface Work<T, R> {
        R on(T thing) throws IOException;
    }

    /** Work without an answer. */
    interface Task<T> {
        void on(T thing) throws IOException;
    }

    static <T> void run(ExecutorService pool, Collection<T> things, Task<T> task) throws IOException {
        map(pool, things, thing -> {
            task.on(thing);
            return thing;
        });
    }

    /** Answers in the order of the things. */
    static <T, R> List<R> map(ExecutorService pool, Collection<T> things, Work<T, R> work) throws IOException {
        var futures = new ArrayList<Future<R>>();
        for (T thing : things) {
            futures.add(pool.submit(() -> work.on(thing)));
        }
        var answers = new ArrayList<R>();
        try {
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            futures.forEach(future -> future.cancel(true));
            throw failure(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static IOException failure(Throwable cause) {
        return switch (cause) {
            case IOException failed -> failed;
            case UncheckedIOException failed -> new IOException(failed);
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            default -> new IOException(cause);
        };
    }
}

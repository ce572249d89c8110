package org.lianxin.warning.intake;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Answers worked out lately. Forgets all at once when full or older than a few seconds, so that changed jurisdictions count. */
final class Remembered<V> {

    private static final long SECONDS = 20;

    private final ConcurrentHashMap<String, V> known = new ConcurrentHashMap<>();
    private final AtomicLong forgetAt = new AtomicLong();
    private final int most;

    Remembered(int most) {
        this.most = most;
    }

    V get(String text, Function<String, V> work) {
        long now = System.nanoTime() / 1_000_000_000L;
        long limit = forgetAt.get();
        if ((now >= limit || known.size() > most) && forgetAt.compareAndSet(limit, now + SECONDS)) {
            known.clear();
        }
        V answer = known.get(text);
        if (answer == null) {
            answer = work.apply(text);
            known.put(text, answer);
        }
        return answer;
    }
}

package org.lianxin.warning.wallboard;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something dear to work out per unit: worked out once however many ask at the same time, and kept for a while. */
final class Shared<T> {

    private final Map<UUID, Place<T>> places = new ConcurrentHashMap<>();

    /** What is kept for the unit, or what {@code work} makes now; those who ask meanwhile wait for it. */
    T get(UUID unit, Duration life, Supplier<T> work) {
        return places.computeIfAbsent(unit, any -> new Place<>()).get(life, work);
    }

    private static final class Place<T> {

        private record Kept<T>(T value, long sinceNanos) {
            boolean isFresh(Duration life) {
                return System.nanoTime() - sinceNanos < life.toNanos();
            }
        }

        private volatile @Nullable Kept<T> kept;

        T get(Duration life, Supplier<T> work) {
            Kept<T> known = kept;
            if (known != null && known.isFresh(life)) {
                return known.value();
            }
            synchronized (this) {
                Kept<T> meanwhile = kept;
                if (meanwhile != null && meanwhile.isFresh(life)) {
                    return meanwhile.value();
                }
                Kept<T> made = new Kept<>(work.get(), System.nanoTime());
                kept = made;
                return made.value();
            }
        }
    }
}

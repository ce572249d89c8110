package org.lianxin.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped keys of the last minute, at most 50,000. A key destroyed on another node is forgotten here within that minute.
 */
final class KeyCache {

    private static final int MOST = 50_000;
    private static final long LIFE_NANOS = 60_000_000_000L;

    private final Map<UUID, Kept> kept = new LinkedHashMap<>();

    synchronized byte @Nullable [] find(UUID id) {
        Kept entry = kept.get(id);
        if (entry == null) {
            return null;
        }
        if (System.nanoTime() - entry.sinceNanos > LIFE_NANOS) {
            kept.remove(id);
            return null;
        }
        return entry.key;
    }

    synchronized void put(UUID id, byte[] key) {
        kept.put(id, new Kept(key, System.nanoTime()));
        if (kept.size() > MOST) {
            var eldest = kept.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    synchronized void remove(UUID id) {
        kept.remove(id);
    }

    private record Kept(byte[] key, long sinceNanos) {}
}

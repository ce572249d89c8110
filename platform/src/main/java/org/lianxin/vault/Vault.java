package org.lianxin.vault;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.lianxin.shared.NationalId;

/**
 * Seals what belongs to one case under that case's key. Keys are made ahead in durable batches in the keystore, so taking
 * one costs no commit. Safe for many threads.
 */
public interface Vault {

    /** Ids of {@code count} fresh keys nobody else has been given. */
    List<UUID> takeKeys(int count);

    /** Seals with AES-256-GCM; {@code context} (module, table, column) must be the same when opened. */
    byte[] seal(UUID key, String context, byte[] plain);

    /** Opens what {@link #seal} made; throws {@link KeyDestroyed} after erasure. */
    byte[] open(UUID key, String context, byte[] sealed);

    /** Fetches these keys in one round trip, so that sealing and opening with them soon after asks the keystore nothing. */
    void warm(Collection<UUID> keys);

    /** Erases: whatever these keys sealed can never be read again, here or from a backup restored later. */
    void destroy(Collection<UUID> keys);

    /** The person token: HMAC(module key, national id) in hex; tokens of two modules do not match (decision 1). */
    String personToken(String module, NationalId id);

    /**
     * A number to search by (decision 4): truncated HMAC of {@code kind} and {@code text} under the module's key.
     *
     * @param kind for example {@code bigram}, {@code initials}, {@code phone}, {@code last4}
     */
    long searchToken(String module, String kind, String text);

    /** A keyed MAC of any bytes for one use, for example {@code warning.caller-code}. */
    byte[] mac(String use, byte[] message);

    /** The key of this content was destroyed: the content is erased. */
    final class KeyDestroyed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeyDestroyed(UUID key) {
            super("key " + key + " was destroyed: its content is erased");
        }
    }
}

package org.lianxin.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.Secrets;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.store.ErasureList;
import org.lianxin.vault.store.KeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Envelope encryption: one data key per case, wrapped by the installation's key, unwrapped ones remembered for a while. */
final class EnvelopeVault implements Vault {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeVault.class);
    private static final int BATCH = 1_000;
    private static final int LOW = 700;
    private static final String WRAP = "vault.data_key";

    private final KeyStore store;
    private final ErasureList erased;
    private final byte[] wrapping;
    private final byte[] macRoot;
    private final Map<String, Mac> macs = new ConcurrentHashMap<>();
    private final KeyCache cache = new KeyCache();
    private final LinkedBlockingQueue<UUID> ready = new LinkedBlockingQueue<>();
    private final AtomicBoolean refilling = new AtomicBoolean();

    EnvelopeVault(KeyStore store, ErasureList erased, Secrets secrets) {
        this.store = store;
        this.erased = erased;
        this.wrapping = secrets.secret("vault.wrapping");
        this.macRoot = secrets.secret("vault.mac");
        store.destroy(erased.all());
    }

    @Override
    public List<UUID> takeKeys(int count) {
        List<UUID> taken = new ArrayList<>(count);
        ready.drainTo(taken, count);
        if (taken.size() < count) {
            taken.addAll(makeKeys(count - taken.size()));
        }
        if (ready.size() < LOW && refilling.compareAndSet(false, true)) {
            Thread.ofVirtual().name("vault-refill").start(this::refill);
        }
        return taken;
    }

    /** Ahead of need, so that nobody waits for it; when it fails, whoever takes next makes keys and sees why. */
    private void refill() {
        try {
            ready.addAll(makeKeys(BATCH));
        } catch (RuntimeException e) {
            LOG.info("no keys were made ahead: {}", e.getClass().getSimpleName());
        } finally {
            refilling.set(false);
        }
    }

    private List<UUID> makeKeys(int count) {
        Map<UUID, byte[]> wrapped = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            UUID id = Uuid7.next();
            byte[] key = Sealing.freshKey();
            wrapped.put(id, Sealing.seal(wrapping, WRAP + id, key));
            cache.put(id, key);
        }
        store.insert(wrapped);
        return List.copyOf(wrapped.keySet());
    }

    @Override
    public byte[] seal(UUID key, String context, byte[] plain) {
        return Sealing.seal(dataKey(key), context, plain);
    }

    @Override
    public byte[] open(UUID key, String context, byte[] sealed) {
        return Sealing.open(dataKey(key), context, sealed);
    }

    @Override
    public void warm(Collection<UUID> keys) {
        List<UUID> unknown =
                keys.stream().filter(key -> cache.find(key) == null).distinct().toList();
        if (!unknown.isEmpty()) {
            store.find(unknown).forEach(this::remember);
        }
    }

    private byte[] dataKey(UUID id) {
        byte[] known = cache.find(id);
        if (known != null) {
            return known;
        }
        byte[] wrapped = store.find(List.of(id)).get(id);
        if (wrapped == null) {
            throw new KeyDestroyed(id);
        }
        return remember(id, wrapped);
    }

    private byte[] remember(UUID id, byte[] wrapped) {
        byte[] key = Sealing.open(wrapping, WRAP + id, wrapped);
        cache.put(id, key);
        return key;
    }

    @Override
    public void destroy(Collection<UUID> keys) {
        if (!keys.isEmpty()) {
            erased.add(keys);
            store.destroy(keys);
            keys.forEach(cache::remove);
        }
    }

    @Override
    public String personToken(String module, NationalId id) {
        byte[] mac = mac("person/" + module, id.value().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac);
    }

    @Override
    public long searchToken(String module, String kind, String text) {
        byte[] mac = mac("search/" + module, (kind + '\0' + text).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(mac).getLong();
    }

    @Override
    public byte[] mac(String use, byte[] message) {
        Mac ready = macs.computeIfAbsent(
                use, u -> Sealing.macWith(Sealing.mac(macRoot, u.getBytes(StandardCharsets.UTF_8))));
        return Sealing.mac(ready, message);
    }
}

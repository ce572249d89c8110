package org.lianxin.vault.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where wrapped keys rest. Every call is durable when it returns. */
public interface KeyStore {

    void insert(Map<UUID, byte[]> wrapped);

    /** The wrapped keys that exist; destroyed and unknown ones are missing from the answer. */
    Map<UUID, byte[]> find(Collection<UUID> ids);

    /** Forgets the key for good; destroying twice is fine. */
    void destroy(Collection<UUID> ids);
}

package org.lianxin.order.store;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

class InMemoryOrderStoreTest extends OrderStoreContractTest {

    private final InMemoryOrderStore store = new InMemoryOrderStore(Instant.parse("2026-11-22T00:00:00Z"));

    @Override
    OrderStore store() {
        return store;
    }

    @Override
    <T> T transaction(Supplier<T> work) {
        return store.transaction(work);
    }

    @Override
    void pass(Duration time) {
        store.moveTo(store.now().plus(time));
    }

    @Override
    void waitForLease() {
        pass(Duration.ofSeconds(6));
    }
}

package org.lianxin.audit.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The context that the current thread's transaction has entered, and the entry that opened content in it. */
final class Running {

    private static final Object KEY = Running.class;

    private final Context context;
    private long entry;

    Running(Context context, long entry) {
        this.context = context;
        this.entry = entry;
    }

    static @Nullable Running find() {
        return (Running) TransactionSynchronizationManager.getResource(KEY);
    }

    static Running get() {
        Running running = find();
        if (running == null) {
            throw new IllegalStateException(
                    "no transaction. Maybe ScopedTransactions.run is missing around this call.");
        }
        return running;
    }

    static <T> T during(Running running, Supplier<T> work) {
        Object outer = TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        TransactionSynchronizationManager.bindResource(KEY, running);
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(KEY);
            if (outer != null) {
                TransactionSynchronizationManager.bindResource(KEY, outer);
            }
        }
    }

    Context context() {
        return context;
    }

    /** Id of the entry that opened content in this transaction; 0 when none did. */
    long entry() {
        return entry;
    }

    void openedBy(long id) {
        entry = id;
    }
}

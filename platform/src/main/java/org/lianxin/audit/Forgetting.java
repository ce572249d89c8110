package org.lianxin.audit;

import java.util.Collection;
import java.util.UUID;

/** A module that keeps words about another module's cases. Called when the content of those cases ends, in that transaction. */
public interface Forgetting {

    /** Forgets all content about these cases; ids, clocks and outcomes stay. Doing it twice is fine. */
    void forget(String module, Collection<UUID> subjects);
}

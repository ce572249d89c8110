package org.lianxin.live;

import java.util.List;
import org.lianxin.live.domain.Coalescing;
import org.lianxin.live.store.ChangeStore;
import org.springframework.stereotype.Component;

@Component
class OutboxOfChanges implements LiveChanges {

    private final ChangeStore store;

    OutboxOfChanges(ChangeStore store) {
        this.store = store;
    }

    @Override
    public void announce(List<Change> changes) {
        if (!changes.isEmpty()) {
            store.add(Coalescing.coalesce(changes));
        }
    }
}

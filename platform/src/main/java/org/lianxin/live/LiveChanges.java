package org.lianxin.live;

import org.lianxin.shared.UnitPath;

/** Tells the browsers in reach that something changed. Call it in the transaction of the change; it costs one row. */
public interface LiveChanges {

    /**
     * @param topic the module, for example {@code order}
     * @param kind what happened, for example {@code issued}
     * @param reference the id that a client may fetch again; no personal data
     * @param unit browsers whose data scope covers this unit are told
     */
    void announce(String topic, String kind, String reference, UnitPath unit);
}

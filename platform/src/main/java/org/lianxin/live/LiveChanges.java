package org.lianxin.live;

import java.util.List;
import org.lianxin.shared.UnitPath;

/** Tells the browsers in reach that something changed. Call it in the transaction of the change; it costs one row. */
public interface LiveChanges {

    /**
     * @param topic the module, for example {@code order}
     * @param kind what happened, for example {@code issued}
     * @param reference the id that a client may fetch again; no personal data
     * @param unit browsers whose data scope covers this unit are told
     */
    default void announce(String topic, String kind, String reference, UnitPath unit) {
        announce(List.of(new Change(topic, kind, reference, unit)));
    }

    /**
     * Announces several changes with one statement. Where more than a screenful concerns one unit and kind, one change with
     * the reference {@code many} stands for them: clients fetch their list again.
     */
    void announce(List<Change> changes);

    /** One change; the components are those of {@link #announce(String, String, String, UnitPath)}. */
    record Change(String topic, String kind, String reference, UnitPath unit) {}
}

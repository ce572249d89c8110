package org.lianxin.order;

import java.util.UUID;

/** What a module knows of the cases its orders are about. Implemented by each module that issues orders; asked by this one. */
public interface Cases {

    /** The module's name as it stands in {@code SubjectRef}. */
    String module();

    /** Whether the case still needs somebody at work on it: then its last open order is not ended by hand. Runs in the caller's transaction. */
    boolean isOpen(UUID id);
}

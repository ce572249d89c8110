package org.lianxin.audit;

import java.util.UUID;

/** The name of a unit for readers of the log; implemented where units are kept. */
@FunctionalInterface
public interface UnitNames {

    /** Empty text for a unit that is not known. */
    String nameOf(UUID unit);
}

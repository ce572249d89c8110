package org.lianxin.shared;

import java.util.List;

/** Something the operator must be told on the terminal when the service is ready, and nowhere else. */
@FunctionalInterface
public interface ReadyNotice {

    /** The lines to print; none when there is nothing to say. */
    List<String> lines();
}

package org.lianxin.shared;

import org.jspecify.annotations.Nullable;

/**
 * What the reader may do with a thing, or why not. The client draws this list and never works it out again.
 *
 * @param name stable, for example {@code sign}
 * @param reason when closed: a sentence that says why and who can
 */
public record Action(String name, boolean open, @Nullable String reason) {

    public static Action open(String name) {
        return new Action(name, true, null);
    }

    public static Action closed(String name, String reason) {
        return new Action(name, false, reason);
    }
}

package org.lianxin.order.domain;

import java.util.List;

/**
 * Why something is refused: a key of the message catalogue below {@code order.closed.} and its values.
 *
 * @param personal true when somebody else could do it now
 */
public record Reason(String key, boolean personal, List<Object> values) {

    static Reason of(String key, Object... values) {
        return new Reason(key, false, List.of(values));
    }

    static Reason personal(String key) {
        return new Reason(key, true, List.of());
    }
}

package org.lianxin.shared;

import java.util.function.Supplier;

/**
 * The same request sent twice has one effect and one answer. For controllers: wrap the work of a POST in {@link #once}; the
 * key is the header {@code Idempotency-Key} (a UUID) of the current request. Without the header the work simply runs.
 *
 * <p>Key, effect and answer commit together, so a request repeated after a crash or a lost reply finds either all or nothing;
 * one that arrives while the first is still at work waits for it. Refusals are not kept. Keys live a day and belong to the
 * person who sent them.
 */
public interface Idempotency {

    /**
     * Runs {@code work} in a transaction of the viewer, at most once per key.
     *
     * @param command what was asked, to tell a repetition from another request under the same key (refused with 422)
     * @param answer a record that JSON can carry there and back. It is stored for a day as it is: no personal content
     */
    <T> T once(Viewer viewer, Object command, Class<T> answer, Supplier<T> work);
}

package org.lianxin.warning.intake;

import java.util.List;
import java.util.UUID;
import org.lianxin.warning.domain.Joining.Person;
import org.lianxin.warning.domain.Signal;

/**
 * A signal with everything that can be worked out before its transaction begins.
 *
 * @param row of the file, 0 over HTTP
 * @param content the sealed part, not sealed yet
 * @param mac keyed hash of all it says, to tell the same from another under one id
 */
record Prepared(
        Sender sender,
        Signal signal,
        int row,
        Routing.Route route,
        Person person,
        List<Long> tokens,
        Bytes content,
        Bytes mac) {

    /** What a signal is known by: its source's id, among those of one sender (WA-17). */
    record SourceKey(UUID sender, String sourceId) {}

    SourceKey sourceKey() {
        return new SourceKey(sender.namespace(), signal.sourceId());
    }

    /** One number per source id; two different ones may share it, they only wait for each other then. */
    long sourceLock() {
        UUID namespace = sender.namespace();
        long hash = 0xcbf29ce484222325L ^ namespace.getMostSignificantBits() ^ namespace.getLeastSignificantBits();
        String id = signal.sourceId();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    boolean says(Bytes knownMac) {
        return mac.equals(knownMac);
    }

    @Override
    public String toString() {
        return "Prepared[" + signal + "]";
    }
}

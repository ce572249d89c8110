package org.lianxin.warning.intake;

import java.util.List;
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

    String sourceKey() {
        return sourceKey(signal.sourceId(), signal.source());
    }

    static String sourceKey(String sourceId, String source) {
        return sourceId + '\u0000' + source;
    }

    /** One number per source id; two different ones may share it, they only wait for each other then. */
    long sourceLock() {
        long hash = 0xcbf29ce484222325L;
        String key = sourceKey();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
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

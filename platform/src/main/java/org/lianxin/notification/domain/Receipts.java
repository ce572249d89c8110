package org.lianxin.notification.domain;

import java.util.List;
import org.lianxin.shared.PhoneNumber;

/** Where gateways put what comes back. Throws when it could not be stored; the gateway must then be told again. */
public interface Receipts {

    /** @param delivered false when the message will never arrive */
    default void received(String gateway, String reference, boolean delivered) {
        received(gateway, List.of(reference), delivered);
    }

    /** Several at once, stored together. */
    void received(String gateway, List<String> references, boolean delivered);

    void replied(String gateway, PhoneNumber from, String text);
}

package org.lianxin.notification.domain;

import org.lianxin.shared.PhoneNumber;

/** Where gateways put what comes back. Throws when it could not be stored; the gateway must then be told again. */
public interface Receipts {

    /** @param delivered false when the message will never arrive */
    void received(String gateway, String reference, boolean delivered);

    void replied(String gateway, PhoneNumber from, String text);
}

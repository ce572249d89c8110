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

    /** A text from outside. Its words are kept only where one of ours went to that number before. */
    void replied(String gateway, PhoneNumber from, String text);

    /** A text from whom the message with this key went to; false when the number is forgotten. */
    boolean repliedTo(String key, String gateway, String text);
}

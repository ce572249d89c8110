package org.lianxin.warning.callercode;

import java.time.Instant;
import org.lianxin.shared.PhoneNumber;

/**
 * Six digits read out to a citizen, good for one check with the last four digits of the number that was called.
 *
 * @param validUntil by the database clock; ten minutes after it was made (WA-30)
 */
public record CallerCode(String code, String lastFour, Instant validUntil) {

    static String lastFourOf(PhoneNumber number) {
        return number.lastFour();
    }
}

package org.lianxin.shared;

import java.time.Duration;

/** Something without which the service is up in name only, for example whoever fires deadlines. Beans of this type make its health. */
public interface Vital {

    Sign sign();

    /**
     * @param age of the last round that went well
     * @param most how old it may become
     */
    record Sign(String name, Duration age, Duration most) {
        public boolean isWell() {
            return age.compareTo(most) <= 0;
        }
    }
}

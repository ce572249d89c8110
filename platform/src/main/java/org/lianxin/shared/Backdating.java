package org.lianxin.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Moves what a demonstration did just now into the past, so that its day has a morning. Each module moves its own rows; throws
 * {@link IllegalStateException} in production. The audit log is nobody's to move.
 */
public interface Backdating {

    void move(List<Moved> all);

    /** Whatever happened to the subject in this while happened so much earlier. */
    record Moved(UUID subject, Instant from, Instant until, Duration back) {

        /** As four arrays for {@code unnest}. */
        public static Object[] columns(List<Moved> all) {
            return new Object[] {
                all.stream().map(each -> each.subject.toString()).toArray(String[]::new),
                all.stream().map(each -> each.from.toString()).toArray(String[]::new),
                all.stream().map(each -> each.until.toString()).toArray(String[]::new),
                all.stream().map(each -> each.back.toString()).toArray(String[]::new)
            };
        }
    }
}

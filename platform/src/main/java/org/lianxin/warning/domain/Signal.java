package org.lianxin.warning.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.PhoneNumber;

/**
 * One report behind a warning, checked. Its {@code toString} tells nothing about the person.
 *
 * @param sourceId the source's own id of this report
 * @param scamText what the source calls the scam
 * @param amountCents null when the source states none
 * @param vulnerability what the source states, in its words
 * @param fields every other field of the source, except those on the {@link StopList}
 */
public record Signal(
        String sourceId,
        String source,
        Instant occurredAt,
        String name,
        @Nullable NationalId nationalId,
        @Nullable PhoneNumber phone,
        ScamType scamType,
        @Nullable String scamText,
        Level level,
        @Nullable Long amountCents,
        @Nullable String address,
        @Nullable String description,
        boolean moneyMoving,
        List<String> vulnerability,
        Map<String, String> fields) {

    public Signal {
        vulnerability = List.copyOf(vulnerability);
        fields = java.util.Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    @Override
    public String toString() {
        return "Signal[" + source + " " + occurredAt + " " + level + "]";
    }
}

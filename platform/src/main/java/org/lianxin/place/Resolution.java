package org.lianxin.place;

import java.util.List;
import java.util.Optional;

/**
 * What a text may mean, best first.
 *
 * @param candidates at most {@link #LIMIT}; the equals come first
 * @param total how many divisions fit the text equally well, also those beyond the limit; 0 when none was found
 * @param ambiguous whether more than one fits equally well, so that nobody may pick one without asking
 */
public record Resolution(List<Candidate> candidates, int total, boolean ambiguous) {
    /** The most candidates that are ever listed. */
    public static final int LIMIT = 100;

    public Resolution {
        candidates = List.copyOf(candidates);
    }

    /** The one division that is meant; empty when nothing was found or when it is ambiguous. */
    public Optional<Candidate> findOnly() {
        return ambiguous ? Optional.empty() : candidates.stream().findFirst();
    }
}

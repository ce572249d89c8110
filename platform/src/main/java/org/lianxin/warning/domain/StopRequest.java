package org.lianxin.warning.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 止付请求: a payment that has left, as far as it is known. SP-01, SP-02. */
public record StopRequest(Instant paidAt, @Nullable Long amountCents, Accounts accounts) {

    private static final long MOST_CENTS = 10_000_000_000_000_000L;
    private static final int LONGEST = 100;
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** From where to where; every part may be missing. Personal: sealed wherever it is kept. */
    public record Accounts(
            @Nullable String fromBank,
            @Nullable String fromAccount,
            @Nullable String toBank,
            @Nullable String toAccount,
            @Nullable String toName) {

        public boolean isEmpty() {
            return parts().allMatch(part -> part == null || part.isBlank());
        }

        Stream<@Nullable String> parts() {
            return Stream.of(fromBank, fromAccount, toBank, toAccount, toName);
        }

        @Override
        public String toString() {
            return "Accounts";
        }
    }

    /** Why it cannot be asked for as it is; a code of a sentence. Empty when it can. */
    public Optional<String> flaw(Instant now) {
        if (paidAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            return Optional.of("in-the-future");
        }
        if (paidAt.isBefore(now.minus(OLDEST))) {
            return Optional.of("too-old");
        }
        if (amountCents != null && (amountCents <= 0 || amountCents > MOST_CENTS)) {
            return Optional.of("amount");
        }
        return accounts.parts().anyMatch(part -> part != null && part.length() > LONGEST)
                ? Optional.of("too-long")
                : Optional.empty();
    }
}

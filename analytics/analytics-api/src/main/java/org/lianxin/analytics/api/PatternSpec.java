package org.lianxin.analytics.api;

import java.time.Duration;

/**
 * What to look for.
 *
 * @param window within which the whole pattern happens
 * @param minAccounts fan patterns: at least this many different accounts on the other side
 * @param maxLength cycles: at most this many transfers
 * @param minShare pass-through, cash-out and cycles: at least this share of what arrives leaves again (per mille)
 * @param minCents transfers below this are not looked at
 * @param hubLimit accounts with more transfers than this on one side are not looked into, and are stated; of
 *     {@link PatternKind#CARDS_PASSED_ON}: devices that more accounts share than this say nothing
 * @param quiet dormant-then-active: at least this long without a transfer
 */
public record PatternSpec(
        PatternKind kind,
        Duration window,
        int minAccounts,
        int maxLength,
        int minShare,
        long minCents,
        int hubLimit,
        Duration quiet) {
    private static final Duration QUIET = Duration.ofDays(90);

    public PatternSpec {
        if (window.isNegative()
                || quiet.isNegative()
                || minAccounts < 1
                || maxLength < 2
                || minShare < 0
                || minShare > 1000) {
            throw new IllegalArgumentException(
                    "Not a pattern one can look for: window %s, accounts %d, length %d, share %d"
                            .formatted(window, minAccounts, maxLength, minShare));
        }
    }

    /** With the usual silence. */
    public PatternSpec(
            PatternKind kind,
            Duration window,
            int minAccounts,
            int maxLength,
            int minShare,
            long minCents,
            int hubLimit) {
        this(kind, window, minAccounts, maxLength, minShare, minCents, hubLimit, QUIET);
    }

    /** The usual question of each kind. */
    public static PatternSpec usual(PatternKind kind) {
        return switch (kind) {
            case CYCLE -> new PatternSpec(kind, Duration.ofDays(7), 2, 6, 500, 100_00, 1000);
            case FAN_IN, FAN_OUT -> new PatternSpec(kind, Duration.ofDays(1), 10, 2, 0, 100_00, 100_000);
            case PASS_THROUGH -> new PatternSpec(kind, Duration.ofDays(1), 1, 2, 900, 100_00, 1000);
            case FAN_IN_CASH_OUT -> new PatternSpec(kind, Duration.ofDays(1), 5, 2, 800, 100_00, 100_000);
            case LOOP -> new PatternSpec(kind, Duration.ofDays(30), 3, 8, 990, 100_00, 1000);
            case DORMANT_THEN_ACTIVE -> new PatternSpec(kind, Duration.ofDays(7), 5, 2, 0, 100_00, 1000);
            case CARDS_PASSED_ON -> new PatternSpec(kind, Duration.ofDays(30), 3, 2, 0, 0, 50);
        };
    }
}

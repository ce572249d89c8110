package org.lianxin.warning.callercode;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.lianxin.shared.NetworkAddress;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts questions about codes in windows of ten minutes (WA-32), from the narrowest bound to the widest, and no further than the
 * first that is passed: what is not heard never counts against other people. Addresses and digits are stored as keyed hashes.
 */
final class CodeTries {

    private static final int SHARDS = 16;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Bounds bounds;

    CodeTries(JdbcClient jdbc, Vault vault, Bounds bounds) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.bounds = bounds;
    }

    /** How many questions are heard in ten minutes. */
    record Bounds(int perAddressAndFour, int perAddress, int perFour, int altogether) {
        static final Bounds USUAL = new Bounds(3, 60, 30, 6_000);
    }

    /** What becomes of a question. */
    sealed interface Count {
        /** @param left tries left for these four digits from this address */
        record Heard(int left) implements Count {}

        /** All tries for these four digits from this address are used. */
        record UsedUp() implements Count {}

        /** Too many questions from there, about these digits or altogether: nothing is said about the code. */
        record Later() implements Count {}
    }

    /** @param lastFour four digits, or empty for what cannot be any: such a question is counted where it comes from only */
    Count count(String address, String lastFour) {
        String from = NetworkAddress.network(address);
        int pair = add("pair/" + from + "/" + lastFour);
        if (pair > bounds.perAddressAndFour) {
            return new Count.UsedUp();
        }
        if (add("address/" + from) > bounds.perAddress) {
            return new Count.Later();
        }
        if (!lastFour.isEmpty() && (add("four/" + lastFour) > bounds.perFour || isTooMuchAltogether())) {
            return new Count.Later();
        }
        return new Count.Heard(bounds.perAddressAndFour - pair);
    }

    /** One row for all would make every question wait for every other. */
    private boolean isTooMuchAltogether() {
        int shard = ThreadLocalRandom.current().nextInt(SHARDS);
        return add("all/" + shard) > Math.ceilDiv(bounds.altogether, SHARDS);
    }

    private int add(String bucket) {
        return jdbc.sql("""
                        insert into warning.code_try (bucket, window_start, tries)
                        values (:bucket, date_bin('10 minutes', lianxin_now(), timestamptz '2020-01-01'), 1)
                        on conflict (bucket, window_start) do update set tries = code_try.tries + 1
                        returning tries""")
                .param("bucket", vault.mac("warning.code-try", bucket.getBytes(StandardCharsets.UTF_8)))
                .query(Integer.class)
                .single();
    }
}

package org.lianxin.warning.callercode;

import java.nio.charset.StandardCharsets;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts questions about codes in windows of ten minutes (WA-32). Addresses and digits are stored as keyed hashes. */
final class CodeTries {

    private static final int PER_ADDRESS_AND_FOUR = 3;
    private static final int PER_FOUR = 30;
    private static final int PER_ADDRESS = 60;
    private static final int ALTOGETHER = 6_000;

    private final JdbcClient jdbc;
    private final Vault vault;

    CodeTries(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * @param isHeard no bound is passed: the question is really looked up
     * @param left tries left for these four digits from this address
     */
    record Count(boolean isHeard, int left) {}

    Count count(String address, String lastFour) {
        int pair = add("pair/" + address + "/" + lastFour);
        int four = add("four/" + lastFour);
        int from = add("address/" + address);
        int all = add("all");
        boolean heard = pair <= PER_ADDRESS_AND_FOUR && four <= PER_FOUR && from <= PER_ADDRESS && all <= ALTOGETHER;
        return new Count(heard, Math.max(0, PER_ADDRESS_AND_FOUR - pair));
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

package org.lianxin.organisation.signin;

import java.util.UUID;
import org.lianxin.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who tried to sign in as whom, so that guessing has an end. Times are real ones, never shifted. */
@Component
final class AttemptRows {

    private static final byte[] UNKNOWN_DEVICE = {};

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param account keyed hash of what was typed
     * @param device hash of the browser's mark where it is one the owner uses; empty otherwise
     */
    record Origin(byte[] account, byte[] device, String address) {

        boolean isKnownDevice() {
            return device.length > 0;
        }
    }

    boolean isDeviceOf(byte[] deviceHash, String account) {
        return jdbc.sql("""
                        select exists (
                            select from organisation.device d join organisation.staff s on s.id = d.staff_id
                            where d.token_hash = ? and s.account = ?)""")
                .params(deviceHash, account)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Attempts on one account, or from one address, wait for one another, so that parallel ones are counted too. */
    void lock(byte[] what) {
        jdbc.sql("select pg_advisory_xact_lock(('x' || left(md5(?), 16))::bit(64)::bigint)")
                .param(what)
                .query(row -> {});
    }

    /** Seconds until another attempt on the account is evaluated; 0 when one is now. */
    long waitForAccount(Origin origin, int most) {
        return wait("account = ? and device = ?", most, origin.account, origin.device);
    }

    /** As above for everything that comes from one address and no known device. */
    long waitForAddress(Origin origin, int most) {
        return wait("address = ? and device = ?", most, origin.address, UNKNOWN_DEVICE);
    }

    private long wait(String condition, int most, Object first, Object second) {
        return jdbc.sql("""
                        select coalesce(ceil(extract(epoch from (
                            select at from organisation.attempt
                            where %s and not succeeded and at > clock_timestamp() - interval '1 hour'
                            order by at desc offset ? limit 1) + interval '1 hour' - clock_timestamp())), 0)::bigint""".formatted(condition))
                .params(first, second, most - 1)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    UUID insert(Origin origin) {
        UUID id = Uuid7.next();
        jdbc.sql("insert into organisation.attempt (id, account, device, address) values (?, ?, ?, ?)")
                .params(id, origin.account, origin.device, origin.address)
                .update();
        return id;
    }

    void markSucceeded(UUID attempt) {
        jdbc.sql("update organisation.attempt set succeeded = true where id = ?")
                .param(attempt)
                .update();
    }

    void putDevice(byte[] deviceHash, UUID staff) {
        jdbc.sql("""
                        insert into organisation.device (token_hash, staff_id) values (?, ?)
                        on conflict (token_hash, staff_id) do update set last_at = now()""").params(deviceHash, staff).update();
    }

    /** Forgets what no limit looks at any more. */
    void forgetOld() {
        jdbc.sql("delete from organisation.attempt where at < now() - interval '2 hours'")
                .update();
        jdbc.sql("delete from organisation.device where last_at < now() - interval '180 days'")
                .update();
    }
}

package org.lianxin.organisation.signin;

import java.util.Optional;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Password hashes and which second factor is in use; rows that only this module's jobs can see. */
@Component
public class Credentials {

    private static final SystemJob JOB = new SystemJob("organisation.credentials", false);

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;
    private final Passwords passwords;

    Credentials(ScopedTransactions transactions, JdbcClient jdbc, Passwords passwords) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** @param factor which derived secret the second factor uses; 0 when none is set up */
    record Credential(UUID staff, String account, String hash, int factor, int offered, boolean oneTime) {

        @Override
        public String toString() {
            return "Credential[" + staff + "]";
        }
    }

    public String hash(String password) {
        return passwords.hash(password);
    }

    /** Sets the password of a person; one given by an administrator before is forgotten. */
    public void put(UUID staff, String hash) {
        transactions.runAs(JOB, () -> jdbc.sql("""
                        insert into organisation.credential (staff_id, password_hash) values (?, ?)
                        on conflict (staff_id) do update
                        set password_hash = excluded.password_hash, changed_at = now(), one_time_until = null""").params(staff, hash).update());
    }

    /**
     * Sets a password that opens nothing but its own change, for a day, and puts the second factor away, with what was offered:
     * whoever found the old phone confirms nothing.
     */
    public void putOneTime(UUID staff, String hash) {
        put(staff, hash);
        transactions.runAs(JOB, () -> jdbc.sql("""
                        update organisation.credential set one_time_until = now() + interval '1 day', second_factor = 0, offered_factor = 0
                        where staff_id = ?""").param(staff).update());
    }

    Optional<Credential> findByAccount(String account) {
        return find("s.account = ? and s.state = 'active' and coalesce(c.one_time_until > now(), true)", account);
    }

    Credential get(UUID staff) {
        return find("s.id = ?", staff)
                .orElseThrow(() -> new IllegalStateException("staff " + staff + " has no credential"));
    }

    private Optional<Credential> find(String condition, Object value) {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("""
                        select c.staff_id, s.account, c.password_hash, c.second_factor, c.offered_factor,
                               c.one_time_until is not null as one_time
                        from organisation.credential c join organisation.staff s on s.id = c.staff_id
                        where\s""" + condition)
                        .param(value)
                        .query((row, n) -> new Credential(
                                row.getObject("staff_id", UUID.class),
                                row.getString("account"),
                                row.getString("password_hash"),
                                row.getInt("second_factor"),
                                row.getInt("offered_factor"),
                                row.getBoolean("one_time")))
                        .optional());
    }

    /** Offers a new second factor; the one in use stays in use until the new one is confirmed. */
    int offerFactor(UUID staff) {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("""
                        update organisation.credential
                        set offered_factor = factors_made + 1, factors_made = factors_made + 1
                        where staff_id = ? returning offered_factor""")
                        .param(staff)
                        .query((row, n) -> row.getInt(1))
                        .single());
    }

    void confirmFactor(UUID staff, int factor, long step) {
        transactions.runAs(
                JOB, () -> jdbc.sql("""
                        update organisation.credential set second_factor = ?, last_step = ?
                        where staff_id = ? and offered_factor = ?""").params(factor, step, staff, factor).update());
    }

    /** True for one caller only, however many come with the same code at once. */
    boolean useStep(UUID staff, long step) {
        return transactions.runAs(
                        JOB,
                        () -> jdbc.sql(
                                        "update organisation.credential set last_step = ? where staff_id = ? and last_step < ?")
                                .params(step, staff, step)
                                .update())
                == 1;
    }
}

package org.lianxin.organisation.signin;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.ReadyNotice;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the first administrator of a real instance comes to be. There are no default credentials: while nobody can administer,
 * every start prints a fresh one-time code on the terminal, and whoever holds it names the first unit and person.
 */
@Component
public class FirstAdministrator implements ReadyNotice {

    private static final SystemJob JOB = new SystemJob("organisation.setup", false);

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;
    private final InstanceStamp stamp;
    private final Passwords passwords;
    private final AuditLog log;
    private final ObjectProvider<Staffing> staffing;

    FirstAdministrator(
            ScopedTransactions transactions,
            JdbcClient jdbc,
            InstanceStamp stamp,
            Passwords passwords,
            AuditLog log,
            ObjectProvider<Staffing> staffing) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.stamp = stamp;
        this.passwords = passwords;
        this.log = log;
        this.staffing = staffing;
    }

    /** @param code as the terminal printed it */
    public record Setup(String code, NewUnit unit, String number, String name, String account, String password) {
        @Override
        public String toString() {
            return "Setup[***]";
        }
    }

    @Override
    public List<String> lines() {
        if (!stamp.isProduction() || !isNeeded()) {
            return List.of();
        }
        String code = Tokens.fresh();
        transactions.runAs(JOB, () -> jdbc.sql("""
                        insert into organisation.setup (code_hash) values (?)
                        on conflict (only_one) do update set code_hash = excluded.code_hash, made_at = now()""").param(Tokens.hash(code)).update());
        return List.of(
                "There is no administrator yet. Make the first one with this code, which works once:",
                "setup-code: " + code,
                "  open /desk/setup in a browser, or see docs/how-to/run.md");
    }

    public boolean isNeeded() {
        return transactions.runAs(
                JOB, () -> jdbc.sql("""
                        select not exists (
                            select from organisation.post p join organisation.staff s on s.id = p.staff_id
                            where p.ended_at is null and s.state = 'active' and p.roles @> array['ADMINISTRATOR'])""").query((row, n) -> row.getBoolean(1)).single());
    }

    /** Refused when there is an administrator already or the code is another. */
    public void setUp(Setup setup) {
        passwords.refuseWeak(setup.password, setup.account);
        transactions.runAs(JOB, () -> {
            useCode(setup.code);
            NewPost post =
                    new NewPost(setup.unit.code(), "系统管理员", Set.of(Role.ADMINISTRATOR), DataScope.ALL, List.of());
            NewStaff person = new NewStaff(
                    setup.number, setup.name, setup.account, setup.password, null, List.of(post), List.of());
            var applied = staffing.getObject().apply(new Roster(List.of(setup.unit), List.of(person)));
            UUID staff = applied.staff().values().iterator().next();
            log.deed(new Deed("organisation.set-up", new SubjectRef("organisation", staff), 1, "done", null));
            return true;
        });
    }

    private void useCode(String code) {
        Optional<byte[]> expected = jdbc.sql("select code_hash from organisation.setup for update")
                .query((row, n) -> row.getBytes(1))
                .optional();
        if (!isNeeded()) {
            throw Refused.of(409, "organisation.set-up");
        }
        if (expected.isEmpty() || !MessageDigest.isEqual(expected.get(), Tokens.hash(code))) {
            throw Refused.of(403, "organisation.set-up-code");
        }
        jdbc.sql("delete from organisation.setup").update();
    }
}

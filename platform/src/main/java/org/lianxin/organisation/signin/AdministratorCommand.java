package org.lianxin.organisation.signin;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.Arguments;
import org.lianxin.shared.Command;
import org.lianxin.shared.Installation;
import org.lianxin.shared.Misused;
import org.lianxin.shared.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./lianxin administrator reset}: the way back for whoever holds the data folder when no administrator can sign in any
 * more (a lost phone, all of them blocked). Noted in the audit log like any other change.
 */
public final class AdministratorCommand implements Command {

    private static final SystemJob JOB = new SystemJob("organisation.reset", false);

    @Override
    public String name() {
        return "administrator";
    }

    @Override
    public String usage() {
        return """
                ./lianxin administrator reset --account NAME [--data DIR]
                  lets an administrator who cannot sign in back in: unblocks, puts the second factor away, ends all sessions and
                  prints a one-time code that opens nothing but the choice of a new password, for a day 系统管理员无法登录时重置""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Arguments asked = Arguments.of(arguments, Set.of("--account", "--data"), Set.of(), 1);
        if (!asked.words().equals(List.of("reset"))) {
            throw new Misused("administrator reset is all there is");
        }
        String account = asked.get("--account");
        Installation installation = Installation.of(arguments);
        Optional<String> code = installation.withDatabase(
                database -> reset(database, ScopedTransactions.on(database, installation.secrets()), account));
        if (code.isEmpty()) {
            err.println("no administrator has the account " + account);
            return 2;
        }
        out.println("one-time-code: " + code.get());
        return 0;
    }

    /** The code; empty when no administrator has that account. */
    static Optional<String> reset(DataSource database, ScopedTransactions transactions, String account) {
        JdbcClient jdbc = JdbcClient.create(database);
        Credentials credentials = new Credentials(transactions, jdbc, new Passwords());
        return transactions.runAs(
                JOB,
                () -> administrator(jdbc, account).map(staff -> {
                    String code = Tokens.spoken();
                    jdbc.sql("update organisation.staff set state = 'active' where id = ?")
                            .param(staff)
                            .update();
                    credentials.putOneTime(staff, credentials.hash(code));
                    jdbc.sql("update organisation.session set ended_at = now() where staff_id = ? and ended_at is null")
                            .param(staff)
                            .update();
                    AuditLog.on(database)
                            .deed(new Deed(
                                    "organisation.administrator.reset",
                                    new SubjectRef("organisation", staff),
                                    1,
                                    "done",
                                    "by whoever holds the data folder"));
                    return code;
                }));
    }

    private static Optional<UUID> administrator(JdbcClient jdbc, String account) {
        return jdbc.sql("""
                        select s.id from organisation.staff s
                        where s.account = ? and exists (
                            select from organisation.post p
                            where p.staff_id = s.id and p.ended_at is null and p.roles @> array['ADMINISTRATOR'])""")
                .param(account)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }
}

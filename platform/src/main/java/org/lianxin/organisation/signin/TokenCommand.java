package org.lianxin.organisation.signin;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Arguments;
import org.lianxin.shared.Command;
import org.lianxin.shared.Installation;
import org.lianxin.shared.Misused;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./lianxin token create}: lets a machine in; prints the token and nothing else, once. */
public final class TokenCommand implements Command {

    private static final SystemJob JOB = new SystemJob("organisation.token", false);
    private static final String NAME = "[^\\p{Cntrl}]{1,80}";

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String usage() {
        return """
                ./lianxin token create --client NAME --scope warning:submit [--unit CODE] [--data DIR]
                  prints a token for a machine, once 为对接系统发令牌""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Arguments asked = Arguments.of(arguments, Set.of("--client", "--scope", "--unit", "--data"), Set.of(), 1);
        List<String> scopes = asked.list("--scope");
        if (!asked.words().equals(List.of("create")) || scopes.isEmpty()) {
            throw new Misused("token create needs a --client and a --scope");
        }
        if (!asked.get("--client").matches(NAME)) {
            throw new Misused("the name of a client has 1 to 80 characters that can be shown");
        }
        if (!ClientTokens.SCOPES.containsAll(scopes)) {
            throw new Misused("unknown scope " + scopes + "; there are: " + ClientTokens.SCOPES);
        }
        Installation installation = Installation.of(arguments);
        Optional<String> token = installation.withDatabase(
                database -> create(database, ScopedTransactions.on(database, installation.secrets()), asked));
        if (token.isEmpty()) {
            err.println("there is no such unit yet; set up units first, or name one with --unit CODE");
            return 2;
        }
        out.println(token.get());
        return 0;
    }

    private static Optional<String> create(DataSource database, ScopedTransactions transactions, Arguments asked) {
        JdbcClient jdbc = JdbcClient.create(database);
        ClientTokens tokens = new ClientTokens(transactions, jdbc);
        return transactions.runAs(
                JOB,
                () -> unit(jdbc, asked.find("--unit").orElse(null)).map(unit -> {
                    String note = asked.get("--client") + " for " + unit.code();
                    AuditLog.on(database).deed(new AuditLog.Deed("organisation.client.made", null, 1, "done", note));
                    return tokens.create(asked.get("--client"), asked.list("--scope"), unit);
                }));
    }

    /** The unit of that code; the top of the tree where none is named. */
    private static Optional<UnitRef> unit(JdbcClient jdbc, @Nullable String code) {
        return jdbc.sql("""
                        select id, code, path, name, level from organisation.unit
                        where ?::text is null or code = ?
                        order by length(path), path limit 1""")
                .params(java.util.Arrays.asList(code, code))
                .query((row, n) -> new UnitRef(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        new UnitPath(row.getString("path")),
                        row.getString("name"),
                        row.getString("level")))
                .optional();
    }
}

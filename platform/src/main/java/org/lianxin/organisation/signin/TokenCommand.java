package org.lianxin.organisation.signin;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Command;
import org.lianxin.shared.Installation;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./lianxin token create}: lets a machine in; prints the token and nothing else, once. */
public final class TokenCommand implements Command {

    private static final SystemJob JOB = new SystemJob("organisation.token", false);
    private static final String USAGE =
            "usage: ./lianxin token create --client NAME --scope warning:submit [--unit CODE] [--data DIR]";

    @Override
    public String name() {
        return "token";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        String client = option(arguments, "--client");
        List<String> scopes = options(arguments, "--scope");
        if (arguments.isEmpty() || !arguments.getFirst().equals("create") || client == null || scopes.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        if (!ClientTokens.SCOPES.containsAll(scopes)) {
            err.println("unknown scope " + scopes + "; there are: " + ClientTokens.SCOPES);
            return 2;
        }
        Installation installation = Installation.of(arguments);
        Optional<String> token = installation.withDatabase(database -> create(
                database,
                ScopedTransactions.on(database, installation.secrets()),
                new Wish(client, scopes, arguments)));
        if (token.isEmpty()) {
            err.println("there is no such unit yet; set up units first, or name one with --unit CODE");
            return 2;
        }
        out.println(token.get());
        return 0;
    }

    private record Wish(String client, List<String> scopes, List<String> arguments) {}

    private static Optional<String> create(DataSource database, ScopedTransactions transactions, Wish wish) {
        JdbcClient jdbc = JdbcClient.create(database);
        ClientTokens tokens = new ClientTokens(transactions, jdbc);
        return transactions.runAs(
                JOB,
                () -> unit(jdbc, option(wish.arguments, "--unit"))
                        .map(unit -> tokens.create(wish.client, wish.scopes, unit)));
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

    private static @Nullable String option(List<String> arguments, String name) {
        List<String> values = options(arguments, name);
        return values.isEmpty() ? null : values.getFirst();
    }

    private static List<String> options(List<String> arguments, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals(name)) {
                values.add(arguments.get(i + 1));
            }
        }
        return values;
    }
}

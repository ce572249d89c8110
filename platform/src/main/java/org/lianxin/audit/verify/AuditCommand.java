package org.lianxin.audit.verify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.Arguments;
import org.lianxin.shared.Command;
import org.lianxin.shared.Installation;
import org.lianxin.shared.Misused;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** {@code ./lianxin audit verify}: checks the log from outside; exit status 1 when it was tampered with. */
public final class AuditCommand implements Command {

    private static final SystemJob JOB = new SystemJob("audit.verify", false);
    private static final int SHOWN = 5;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String usage() {
        return """
                ./lianxin audit verify [--data DIR] [--pin FILE]
                  checks the log against its signed heads 核验审计日志
                  exit status 0 sound, 1 tampered with, 2 it could not be checked""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Arguments asked = Arguments.of(arguments, Set.of("--data", "--pin"), Set.of(), 1);
        if (!asked.words().equals(List.of("verify"))) {
            throw new Misused("audit verify is all there is");
        }
        Path file = asked.find("--pin").map(Path::of).orElse(null);
        Pin pin = file == null ? null : Pin.read(file);
        Installation installation = Installation.of(arguments);
        LogCheck.Result result =
                installation.withDatabase(database -> ScopedTransactions.on(database, installation.secrets())
                        .runAs(JOB, () -> {
                            Connection connection = DataSourceUtils.getConnection(database);
                            try {
                                return new LogCheck(new LogReader(connection), pin).run();
                            } catch (SQLException e) {
                                throw new IllegalStateException("the log cannot be read", e);
                            } finally {
                                DataSourceUtils.releaseConnection(connection, database);
                            }
                        }));
        if (!result.isSound()) {
            result.problems().stream().limit(SHOWN).forEach(out::println);
            err.println("The audit log was tampered with. Keep this database and its backups as they are.");
            return 1;
        }
        Pin last = result.last();
        if (file != null && last != null) {
            last.write(file);
        }
        out.println("sound: " + result.entries() + " entries under " + result.heads() + " signed heads");
        if (pin == null && file == null) {
            err.println(
                    "Without --pin FILE a log that was cut and signed again cannot be told; keep the file elsewhere.");
        }
        return 0;
    }
}

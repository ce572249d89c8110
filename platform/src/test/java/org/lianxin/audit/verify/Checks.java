package org.lianxin.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;

/** The verifier for the benches of other packages. */
public final class Checks {

    private Checks() {}

    public static String sound(Connection connection) throws SQLException {
        LogCheck.Result result = new LogCheck(new LogReader(connection), null).run();
        return (result.isSound() ? "sound: " : "TAMPERED " + result.problems()) + " " + result.entries() + " entries";
    }
}

package org.lianxin.warning.stream;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells a database that is away, where one waits and comes again, from a record that can never be stored. */
final class Outages {

    private Outages() {}

    /** In doubt the database is away: waiting loses nothing. */
    static boolean isOne(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 8; each = each.getCause(), depth++) {
            if (each instanceof DataIntegrityViolationException) {
                return false;
            }
            if (each instanceof DataAccessException
                    || each instanceof TransactionException
                    || each instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}

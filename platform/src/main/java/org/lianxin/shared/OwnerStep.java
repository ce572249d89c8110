package org.lianxin.shared;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work that needs the owner of the database, done at every start after the migrations and before the service begins, so that
 * nothing inside the service ever holds the owner's connection. Found through {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface OwnerStep {

    /** Runs in a transaction of its own; does nothing when its work was done before. */
    void apply(Connection owner, Secrets secrets) throws SQLException;
}

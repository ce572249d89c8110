package org.lianxin.runtime;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ServiceLoader;
import org.lianxin.shared.OwnerStep;
import org.lianxin.shared.Secrets;

/** Lets every module do what only the owner of the database may, once the migrations have run. */
record OwnerSteps(Database database, Secrets secrets) {

    void run() {
        try (Connection owner = DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password())) {
            owner.setAutoCommit(false);
            for (OwnerStep step : ServiceLoader.load(OwnerStep.class)) {
                step.apply(owner, secrets);
                owner.commit();
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "the database cannot be prepared (" + e.getMessage() + ")", "see the message above", e);
        }
    }
}

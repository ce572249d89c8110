package org.lianxin.runtime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lianxin.shared.Secrets;

/**
 * Refuses a process whose secrets are not those that the data was sealed with: it could open nothing, and would give the database
 * a key for contexts that the other nodes do not have.
 */
record SealedBy(Database database, Secrets secrets) {

    private static final String WRAPPING = "vault.wrapping";

    void refuseOther(DataFolder data) {
        byte[] mark = mark();
        try (Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                PreparedStatement insert = owner.prepareStatement(
                        "INSERT INTO runtime.sealed_by (mark) VALUES (?) ON CONFLICT DO NOTHING");
                Statement select = owner.createStatement()) {
            insert.setBytes(1, mark);
            insert.executeUpdate();
            try (ResultSet rows = select.executeQuery("SELECT mark FROM runtime.sealed_by")) {
                rows.next();
                if (!MessageDigest.isEqual(mark, rows.getBytes(1))) {
                    throw new StartRefused(
                            "this database was sealed with other secrets than those in " + data.secrets(),
                            "copy the folder secrets/ of the first node, or of the backup, to " + data.secrets());
                }
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "the database cannot be asked for its seal (" + e.getMessage() + ")", "see the message above", e);
        }
    }

    private byte[] mark() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret(WRAPPING), "HmacSHA256"));
            return mac.doFinal("runtime.sealed_by".getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", e);
        }
    }
}

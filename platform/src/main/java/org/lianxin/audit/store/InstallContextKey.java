package org.lianxin.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.lianxin.shared.OwnerStep;
import org.lianxin.shared.Secrets;

/** Hands the database the key that contexts are signed with; the service's role can never read it there. */
public final class InstallContextKey implements OwnerStep {

    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    @Override
    public void apply(Connection owner, Secrets secrets) throws SQLException {
        byte[] key = secrets.secret(ContextSeal.SECRET);
        try (PreparedStatement statement = owner.prepareStatement("""
                insert into audit.context_key (inner_pad, outer_pad) values (?, ?)
                on conflict (only_one) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
                where context_key.inner_pad <> excluded.inner_pad""")) {
            statement.setBytes(1, ContextSeal.pad(key, INNER));
            statement.setBytes(2, ContextSeal.pad(key, OUTER));
            statement.executeUpdate();
        }
    }
}

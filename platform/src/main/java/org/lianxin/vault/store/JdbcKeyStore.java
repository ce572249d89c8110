package org.lianxin.vault.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keystore in a PostgreSQL database of its own. */
public final class JdbcKeyStore implements KeyStore {

    private final JdbcClient jdbc;

    public JdbcKeyStore(DataSource keystore) {
        this.jdbc = JdbcClient.create(keystore);
    }

    @Override
    public void insert(Map<UUID, byte[]> wrapped) {
        List<Map.Entry<UUID, byte[]>> entries = List.copyOf(wrapped.entrySet());
        UUID[] ids = entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new);
        byte[][] keys = entries.stream().map(Map.Entry::getValue).toArray(byte[][]::new);
        jdbc.sql("""
                        insert into vault.data_key (id, wrapped)
                        select * from unnest(?::uuid[], ?::bytea[])
                        """).param(ids).param(keys).update();
    }

    @Override
    public Map<UUID, byte[]> find(Collection<UUID> ids) {
        Map<UUID, byte[]> found = new HashMap<>();
        jdbc.sql("select id, wrapped from vault.data_key where id = any(?) and wrapped is not null")
                .param(ids.toArray(UUID[]::new))
                .query(rows -> {
                    found.put(rows.getObject(1, UUID.class), rows.getBytes(2));
                });
        return found;
    }

    @Override
    public void destroy(Collection<UUID> ids) {
        jdbc.sql(
                        "update vault.data_key set wrapped = null, destroyed_at = now() where id = any(?) and wrapped is not null")
                .param(ids.toArray(UUID[]::new))
                .update();
    }
}

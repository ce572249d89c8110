package org.lianxin.warning.bulk;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.UUID;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploaded file, sealed piece by piece; every node can go on with it, and it is in the backup. */
@Component
class SealedFile {

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedFile(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(UUID importId, UUID key, int part, byte[] piece) {
        jdbc.sql("insert into warning.import_part (import_id, part, sealed) values (:id, :part, :sealed)")
                .param("id", importId)
                .param("part", part)
                .param("sealed", vault.seal(key, context(part), piece))
                .update();
    }

    byte[] load(UUID importId, UUID key) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        jdbc.sql("select part, sealed from warning.import_part where import_id = :id order by part")
                .param("id", importId)
                .query(row -> {
                    file.writeBytes(vault.open(key, context(row.getInt(1)), row.getBytes(2)));
                });
        return file.toByteArray();
    }

    void remove(Collection<UUID> importIds) {
        jdbc.sql("delete from warning.import_part where import_id = any(:ids::uuid[])")
                .param("ids", importIds.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private static String context(int part) {
        return "warning.import_part.sealed/" + part;
    }
}

package org.lianxin.warning.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploaded file, sealed piece by piece; every node can go on with it, and it is in the backup. */
@Component
class SealedFile {

    static final int MOST_BYTES = 100 << 20;
    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedFile(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Stores everything; throws {@link TooLarge} beyond {@link #MOST_BYTES}. Call in one transaction. */
    long store(UUID importId, UUID key, InputStream file) throws IOException {
        long total = 0;
        int part = 0;
        for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
            total += piece.length;
            if (total > MOST_BYTES) {
                throw new TooLarge();
            }
            jdbc.sql("insert into warning.import_part (import_id, part, sealed) values (:id, :part, :sealed)")
                    .param("id", importId)
                    .param("part", part)
                    .param("sealed", vault.seal(key, context(part), piece))
                    .update();
            part++;
        }
        return total;
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

    void remove(UUID importId) {
        jdbc.sql("delete from warning.import_part where import_id = :id")
                .param("id", importId)
                .update();
    }

    private static String context(int part) {
        return "warning.import_part.sealed/" + part;
    }

    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

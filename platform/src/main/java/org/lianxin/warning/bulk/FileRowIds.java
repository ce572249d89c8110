package org.lianxin.warning.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.lianxin.vault.Vault;
import org.lianxin.warning.file.Rows.Row;

/** Gives a row without an id of its source one made of its content, so that the same row coming twice is the same signal. */
final class FileRowIds {

    private final Vault vault;

    FileRowIds(Vault vault) {
        this.vault = vault;
    }

    String idOf(Row row) {
        byte[] all = String.join("\u001f", row.texts()).getBytes(StandardCharsets.UTF_8);
        byte[] mac = Arrays.copyOf(vault.mac("warning.row-id", all), 10);
        return "row-" + HexFormat.of().formatHex(mac);
    }
}

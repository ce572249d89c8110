package org.lianxin.analytics.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what was found, line by line, so that two runs or two engines can be compared by one word. */
public final class Checksum {
    private Checksum() {}

    /** Over accounts, then edges. */
    public static String of(List<AccountFlow> accounts, List<FlowEdge> edges) {
        return ofRecords(accounts, edges);
    }

    /** Over anything that prints all it holds: records. */
    public static String ofRecords(List<?>... lists) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (List<?> list : lists) {
                for (Object line : list) {
                    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

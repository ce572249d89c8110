package org.lianxin.audit.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What a head signs.
 *
 * @param number heads are numbered without a gap, from one
 * @param month first day of the month whose tree it is
 * @param previous SHA-256 of the head before; 32 zero bytes for the first
 */
public record HeadText(long number, LocalDate month, long size, byte[] root, Instant at, byte[] previous) {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    public byte[] bytes() {
        HexFormat hex = HexFormat.of();
        long micros = at.getEpochSecond() * MICROS_PER_SECOND + at.getNano() / NANOS_PER_MICRO;
        return ("lianxin audit head 1\n" + number + "\n" + month + "\n" + size + "\n" + hex.formatHex(root) + "\n"
                        + micros + "\n" + hex.formatHex(previous) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}

package org.lianxin.audit.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of an RFC 6962 tree that only grows: keeps the roots of its complete parts, at most one for each power of two, so
 * a leaf costs two hashes on average whatever the size.
 */
public final class MerkleRoot {

    private static final byte NODE = 1;

    private final List<byte[]> parts = new ArrayList<>();
    private final MessageDigest sha = sha256();
    private long size;

    /** Appends a leaf by its hash, SHA-256 of a zero byte and its content. */
    public void append(byte[] leafHash) {
        byte[] carried = leafHash;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            carried = node(parts.removeLast(), carried);
        }
        parts.add(carried);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root over everything so far; the hash of nothing for an empty tree. */
    public byte[] root() {
        if (parts.isEmpty()) {
            return sha.digest();
        }
        byte[] root = parts.getLast();
        for (int i = parts.size() - 2; i >= 0; i--) {
            root = node(parts.get(i), root);
        }
        return root;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}

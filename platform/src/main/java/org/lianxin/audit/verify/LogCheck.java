package org.lianxin.audit.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.domain.HeadText;
import org.lianxin.audit.domain.MerkleRoot;
import org.lianxin.audit.verify.LogReader.Leaf;
import org.lianxin.audit.verify.LogReader.SignedHead;

/** Finds edits, deletions, insertions, reorderings, cut tails and rollbacks, and names the first bad entry. */
final class LogCheck {

    private static final byte[] ED25519_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int HASH_BYTES = 32;

    private final LogReader reader;
    private final @Nullable Pin pin;
    private final List<String> problems = new ArrayList<>();
    private final Map<LocalDate, NavigableMap<Long, SignedHead>> headsByMonth = new HashMap<>();
    private final Map<LocalDate, MerkleRoot> trees = new TreeMap<>();
    private long leaves;

    LogCheck(LogReader reader, @Nullable Pin pin) {
        this.reader = reader;
        this.pin = pin;
    }

    /** @param last what to pin next time; null when there is no head yet */
    record Result(
            long entries,
            long heads,
            List<String> problems,
            @Nullable Pin last) {
        boolean isSound() {
            return problems.isEmpty();
        }
    }

    Result run() throws SQLException {
        List<SignedHead> heads = reader.heads();
        checkHeads(heads);
        reader.leaves(this::checkLeaf);
        checkEnds();
        for (long stray : reader.strays()) {
            problems.add("entry " + stray + " was written behind the sequencer's back");
        }
        SignedHead last = heads.isEmpty() ? null : heads.getLast();
        Pin seen = last == null ? null : new Pin(last.key(), last.text().number(), hash(last));
        return new Result(leaves, heads.size(), List.copyOf(problems), seen);
    }

    private void checkHeads(List<SignedHead> heads) {
        byte[] previous = new byte[HASH_BYTES];
        long number = 0;
        for (SignedHead head : heads) {
            HeadText text = head.text();
            number++;
            if (text.number() != number) {
                problems.add("head " + number + " is missing");
                number = text.number();
            } else if (!Arrays.equals(text.previous(), previous)) {
                problems.add("head " + number + " does not follow the one before it");
            }
            if (!isSigned(head)) {
                problems.add("head " + number + " is not signed by the pinned key");
            }
            checkGrowth(head);
            previous = hash(head);
        }
        checkPin(heads);
    }

    private void checkGrowth(SignedHead head) {
        NavigableMap<Long, SignedHead> known =
                headsByMonth.computeIfAbsent(head.text().month(), month -> new TreeMap<>());
        if (!known.isEmpty() && known.lastKey() > head.text().size()) {
            problems.add("head " + head.text().number() + " stands for a smaller tree than one before it");
        }
        SignedHead same = known.put(head.text().size(), head);
        if (same != null && !Arrays.equals(same.text().root(), head.text().root())) {
            problems.add("heads " + same.text().number() + " and " + head.text().number()
                    + " disagree about the same entries");
        }
    }

    private void checkPin(List<SignedHead> heads) {
        if (pin == null || pin.number() == 0) {
            return;
        }
        if (pin.number() > heads.size()) {
            problems.add("the log was rolled back: head " + pin.number() + " was seen before, the last one now is "
                    + heads.size());
            return;
        }
        SignedHead now = heads.get((int) pin.number() - 1);
        if (!Arrays.equals(hash(now), pin.hash())) {
            problems.add("head " + pin.number() + " is not the one that was seen before: history was rewritten");
        }
    }

    private boolean isSigned(SignedHead head) {
        byte[] expected = pin == null ? firstKey(head) : pin.key();
        if (!Arrays.equals(expected, head.key())) {
            return false;
        }
        try {
            byte[] encoded = Arrays.copyOf(ED25519_HEADER, ED25519_HEADER.length + head.key().length);
            System.arraycopy(head.key(), 0, encoded, ED25519_HEADER.length, head.key().length);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(head.text().bytes());
            return signature.verify(head.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private byte @Nullable [] firstKey = null;

    private byte[] firstKey(SignedHead head) {
        byte[] known = firstKey;
        if (known == null) {
            known = head.key();
            firstKey = known;
        }
        return known;
    }

    private boolean checkLeaf(Leaf leaf) {
        leaves++;
        MerkleRoot tree = trees.computeIfAbsent(leaf.month(), month -> new MerkleRoot());
        String where = "entry " + leaf.entryId() + " (" + leaf.month() + ", " + leaf.seq() + ")";
        if (leaf.seq() != tree.size()) {
            problems.add("the entry at " + leaf.month() + ", " + tree.size() + " is missing");
            return false;
        }
        byte[] computed = leaf.computed();
        if (computed == null) {
            problems.add(where + " was deleted");
        } else if (!Arrays.equals(computed, leaf.stored())) {
            problems.add(where + " was changed");
        }
        tree.append(leaf.stored());
        SignedHead head = head(leaf.month(), tree.size());
        if (head != null && !Arrays.equals(head.text().root(), tree.root())) {
            problems.add(where + " or one shortly before it is not what head "
                    + head.text().number() + " signed");
            return false;
        }
        return problems.size() < 10;
    }

    private @Nullable SignedHead head(LocalDate month, long size) {
        NavigableMap<Long, SignedHead> heads = headsByMonth.get(month);
        return heads == null ? null : heads.get(size);
    }

    /** What heads promise beyond the leaves there are. */
    private void checkEnds() {
        if (!problems.isEmpty()) {
            return;
        }
        headsByMonth.forEach((month, heads) -> {
            MerkleRoot tree = trees.get(month);
            long size = tree == null ? 0 : tree.size();
            if (heads.lastKey() > size) {
                problems.add("the tail was cut: " + month + " has " + size + " entries, head "
                        + heads.lastEntry().getValue().text().number() + " signed " + heads.lastKey());
            }
        });
    }

    private static byte[] hash(SignedHead head) {
        return LogReader.sha256().digest(head.text().bytes());
    }
}

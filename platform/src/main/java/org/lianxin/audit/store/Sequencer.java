package org.lianxin.audit.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.audit.domain.HeadText;
import org.lianxin.audit.domain.MerkleRoot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Builds the trees behind the entries and signs their heads. One node does it at a time; any can go on where another stopped. */
@Component
final class Sequencer {

    private static final SystemJob JOB = new SystemJob("audit.sequencer", false);
    private static final int BATCH = 20_000;
    private static final long LOCK = 7_307_201_963L;
    private static final int HASH_BYTES = 32;

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;
    private final HeadKey key;
    private final Map<LocalDate, MerkleRoot> roots = new HashMap<>();

    Sequencer(ScopedTransactions transactions, JdbcClient jdbc, HeadKey key) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.key = key;
    }

    private record Tree(LocalDate month, long size) {}

    private record LastHead(long number, byte[] hash) {}

    /** Appends all settled entries to their trees; how many there were. */
    long sequence() {
        long total = 0;
        int done;
        do {
            done = transactions.runAs(
                    JOB,
                    () -> jdbc.sql("select audit.sequence(?)")
                            .param(BATCH)
                            .query((row, n) -> row.getInt(1))
                            .single());
            total += Math.max(done, 0);
        } while (done == BATCH);
        return total;
    }

    /** Signs a head of every tree that has grown since its last head, and in any case of the newest. */
    int signHeads() {
        return signHeads(0);
    }

    /** As above, but nothing when another node has signed within so many seconds: several nodes sign no more than one. */
    synchronized int signHeads(int seconds) {
        return transactions.runAs(JOB, () -> {
            if (!jdbc.sql("select pg_try_advisory_xact_lock(?)")
                            .param(LOCK)
                            .query((row, n) -> row.getBoolean(1))
                            .single()
                    || isSignedWithin(seconds)) {
                return 0;
            }
            List<Tree> due = due();
            due.forEach(this::sign);
            return due.size();
        });
    }

    private boolean isSignedWithin(int seconds) {
        return jdbc.sql("""
                        select exists (select from audit.head
                            where at <= lianxin_now() and at > lianxin_now() - make_interval(secs => ?))""").param(seconds).query((row, n) -> row.getBoolean(1)).single();
    }

    private List<Tree> due() {
        return jdbc.sql("""
                        select t.month, t.size from audit.tree t
                        where t.month = (select max(month) from audit.tree)
                           or t.size > coalesce((select max(h.size) from audit.head h where h.month = t.month), 0)
                        order by t.month""")
                .query((row, n) -> new Tree(row.getObject("month", LocalDate.class), row.getLong("size")))
                .list();
    }

    private void sign(Tree tree) {
        byte[] root = root(tree);
        LastHead last = last().orElse(new LastHead(0, new byte[HASH_BYTES]));
        HeadText head = new HeadText(last.number + 1, tree.month, tree.size, root, now(), last.hash);
        jdbc.sql("""
                        insert into audit.head (number, month, size, root, at, previous, key, signature)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        head.number(),
                        Date.valueOf(tree.month),
                        tree.size,
                        root,
                        Timestamp.from(head.at()),
                        head.previous(),
                        key.publicKey(),
                        key.sign(head.bytes()))
                .update();
    }

    /** Continues from the leaves this node has seen; starts over when they are more than the tree holds (a restored database). */
    private byte[] root(Tree tree) {
        MerkleRoot known = roots.computeIfAbsent(tree.month, month -> new MerkleRoot());
        if (known.size() > tree.size) {
            known = new MerkleRoot();
            roots.put(tree.month, known);
        }
        MerkleRoot growing = known;
        jdbc.sql("select hash from audit.leaf where month = ? and seq >= ? and seq < ? order by seq")
                .params(Date.valueOf(tree.month), growing.size(), tree.size)
                .query(row -> {
                    growing.append(row.getBytes(1));
                });
        roots.keySet().removeIf(month -> month.isBefore(tree.month.minusMonths(1)));
        return growing.root();
    }

    private Optional<LastHead> last() {
        return jdbc.sql("select * from audit.head order by number desc limit 1")
                .query((row, n) -> new LastHead(
                        row.getLong("number"),
                        hash(new HeadText(
                                        row.getLong("number"),
                                        row.getObject("month", LocalDate.class),
                                        row.getLong("size"),
                                        row.getBytes("root"),
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getBytes("previous"))
                                .bytes())))
                .optional();
    }

    private Instant now() {
        return jdbc.sql("select lianxin_now()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}

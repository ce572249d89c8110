package org.lianxin.organisation.signin;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. The database is asked again every two seconds, so a revocation anywhere is felt within that time, and on
 * this node at once.
 */
@Component
public class Sessions {

    static final Duration IDLE = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofHours(14);

    private static final SystemJob JOB = new SystemJob("organisation.sessions", false);
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int MOST_REMEMBERED = 20_000;

    private final ScopedTransactions transactions;
    private final SessionRows rows;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    Sessions(ScopedTransactions transactions, SessionRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * @param strong whether a second factor was shown
     * @param passwordDue whether the password is one that an administrator gave and must be changed first
     */
    public record OpenSession(Viewer viewer, boolean strong, boolean passwordDue) {}

    private record Remembered(Optional<OpenSession> session, long atNanos) {}

    /** A session that has just begun. */
    record Begun(String token, Viewer viewer) {
        @Override
        public String toString() {
            return "Begun[" + viewer.sessionId() + "]";
        }
    }

    /** The session of a cookie; empty when it never was, has ended or has expired. */
    public Optional<OpenSession> find(String token) {
        byte[] hash = Tokens.hash(token);
        String key = HexFormat.of().formatHex(hash);
        Remembered known = remembered.get(key);
        long now = System.nanoTime();
        if (known != null && now - known.atNanos < FRESH_NANOS) {
            return known.session;
        }
        Optional<OpenSession> session = transactions.runAs(JOB, () -> rows.findOpen(hash, IDLE, LONGEST));
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.values().removeIf(each -> now - each.atNanos > FRESH_NANOS);
        }
        if (session.isPresent() || known != null) {
            remembered.put(key, new Remembered(session, now));
        }
        return session;
    }

    /** @param device what the browser calls itself, shortened */
    Begun begin(UUID staff, boolean strong, String address, String device) {
        String token = Tokens.fresh();
        Viewer viewer = transactions.runAs(JOB, () -> {
            UUID id = rows.insert(staff, Tokens.hash(token), strong, address, device);
            return rows.get(id);
        });
        return new Begun(token, viewer);
    }

    /** Acts in another post of the same person from now on. */
    public Viewer switchPost(Viewer viewer, UUID post) {
        boolean done = transactions.runAs(JOB, () -> rows.switchPost(viewer.sessionId(), viewer.staffId(), post));
        remembered.clear();
        if (!done) {
            throw Refused.missing();
        }
        return transactions.runAs(JOB, () -> rows.get(viewer.sessionId()));
    }

    /** Ends what the viewer may end (their own, or in their scope); false when there is nothing such. */
    public boolean end(Viewer by, UUID session) {
        boolean ended = transactions.run(by, () -> rows.end(session));
        remembered.clear();
        return ended;
    }

    public void endOwn(Viewer viewer) {
        end(viewer, viewer.sessionId());
    }

    /** Ends all sessions of a person but one; after a change of password or of state. */
    public void endOthers(UUID staff, Collection<UUID> kept) {
        transactions.runAs(JOB, () -> rows.endOthers(staff, kept));
        remembered.clear();
    }

    public Set<UUID> endedAmong(Set<UUID> sessions) {
        Set<UUID> ended = new HashSet<>(sessions);
        List<UUID> open = transactions.runAs(JOB, () -> rows.openAmong(sessions, IDLE, LONGEST));
        open.forEach(ended::remove);
        return ended;
    }

    boolean isStrong(UUID session) {
        return transactions.runAs(JOB, () -> rows.isStrong(session));
    }

    void markStrong(UUID session) {
        transactions.runAs(JOB, () -> rows.markStrong(session));
        remembered.clear();
    }

    /** A viewer of the person's first post, without a session; for code that acts without a browser. */
    public Viewer actAs(String account) {
        return rows.actAs(account);
    }
}

package org.lianxin.audit.store;

import java.util.List;
import java.util.UUID;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.Purpose;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Secrets;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;

/** A database with entries of all kinds, for the tests of the verifier. */
public final class SequencedDatabase {

    private static final Viewer CLERK = ScopedDatabase.viewer("15.1505.", DataScope.ALL, Role.WARNING_CLERK);

    private final ScopedDatabase database;
    private final Sequencer sequencer;

    public SequencedDatabase(ScopedDatabase database) {
        this(database, ScopedDatabase.SECRETS);
    }

    /** With keys of somebody else. */
    public SequencedDatabase(ScopedDatabase database, Secrets secrets) {
        this.database = database;
        this.sequencer = new Sequencer(database.transactions(), database.jdbc(), new HeadKey(secrets));
    }

    public void write(int entries) {
        for (int i = 0; i < entries; i++) {
            SubjectRef subject = new SubjectRef("warning", new UUID(7, i % 40));
            if (i % 2 == 0) {
                Purpose purpose =
                        new Purpose("warning.dissuade", subject, null, i % 4 == 0 ? "核实：\"本人\"，第 " + i + " 次" : null);
                database.transactions().runFor(CLERK, purpose, () -> {
                    database.log().shown(List.of("ab" + subject.id()), List.of("name", "phone"));
                    return true;
                });
            } else {
                database.transactions().run(CLERK, () -> {
                    database.log().deed(new Deed("warning.batch.undone", subject, 7, "done", null));
                    return true;
                });
            }
        }
    }

    public long sequence() {
        return sequencer.sequence();
    }

    public int signHeads() {
        return sequencer.signHeads();
    }

    public int signHeadsUnlessWithin(int seconds) {
        return sequencer.signHeads(seconds);
    }
}

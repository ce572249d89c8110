package org.lianxin.warning.stream;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.intake.Sender;
import org.springframework.stereotype.Component;

/**
 * 隔离: records of a stream that could not be taken, sealed as they came, until a person has decided about them or their term is
 * over. Works in the transaction of the caller unless it says otherwise.
 */
@Component
public class Quarantine {

    static final SystemJob JOB = new SystemJob("warning.stream", true);
    static final String CONTEXT = "warning.quarantine_content.sealed";

    /** No broker's usual bound is above it; what is longer is kept up to here, the whole of it lies in its topic. */
    private static final int MOST_KEPT = 16 << 20;

    private static final int MAC_BYTES = 16;

    private final ScopedTransactions transactions;
    private final QuarantineRows rows;
    private final Vault vault;
    private final Notices notices;

    Quarantine(ScopedTransactions transactions, QuarantineRows rows, Vault vault, Notices notices) {
        this.transactions = transactions;
        this.rows = rows;
        this.vault = vault;
        this.notices = notices;
    }

    /** Whoever is told. */
    @Component
    record Notices(AuditLog audit, LiveChanges live) {}

    /** A record that could not be taken, and why. */
    record Stray(Arrived arrived, List<Problem> problems) {
        static Stray of(Arrived arrived, Problem problem) {
            return new Stray(arrived, List.of(problem));
        }
    }

    /** How many are in which state. */
    public record Counts(int waiting, int taken, int setAside) {}

    /** Keeps them, in a transaction of its own where there is none; one that came before is not kept twice. */
    void keep(Sender sender, List<Stray> strays) {
        if (strays.isEmpty()) {
            return;
        }
        transactions.runAs(JOB, () -> {
            List<UUID> keys = vault.takeKeys(strays.size());
            int fresh = 0;
            for (int i = 0; i < strays.size(); i++) {
                fresh += keep(sender, strays.get(i), keys.get(i)) ? 1 : 0;
            }
            if (fresh > 0) {
                String note = sender.name() + ", " + strays.getFirst().arrived().topic();
                notices.audit.deed(new AuditLog.Deed("warning.signals.quarantined", null, fresh, "refused", note));
                notices.live.announce(
                        "import", "quarantined", "many", sender.unit().path());
            }
            return fresh;
        });
    }

    private boolean keep(Sender sender, Stray stray, UUID key) {
        byte[] value = stray.arrived().value();
        byte[] mac = Arrays.copyOf(vault.mac("warning.quarantine", value), MAC_BYTES);
        UUID id = Uuid7.next();
        if (!rows.insert(id, sender, stray, new QuarantineRows.Identity(mac, key))) {
            return false;
        }
        byte[] kept = value.length > MOST_KEPT ? Arrays.copyOf(value, MOST_KEPT) : value;
        rows.insertContent(id, vault.seal(key, CONTEXT, kept));
        return true;
    }

    /** The latest first. */
    public Slice<QuarantineRow> list(QuarantineState state, @Nullable UUID after, int size) {
        return rows.list(state, after, size);
    }

    public Counts counts() {
        return rows.counts();
    }

    /** One about which nobody has decided; nobody else decides about it until the end of the transaction. */
    QuarantineRow waiting(UUID id) {
        QuarantineRow row = rows.find(id, true).orElseThrow(Refused::missing);
        if (row.state() != QuarantineState.WAITING) {
            throw Refused.of(409, "warning.quarantine-decided");
        }
        return row;
    }

    byte[] content(QuarantineRow row) {
        return transactions.runAs(JOB, () -> vault.open(row.dataKey(), CONTEXT, rows.content(row.id())));
    }

    QuarantineRow decide(QuarantineRow row, QuarantineState state) {
        rows.decide(row.id(), state, transactions.actor().name());
        note(row, state, "done");
        return rows.find(row.id(), false).orElseThrow();
    }

    /** It was tried again and goes on waiting, with the reason of today. */
    QuarantineRow explain(QuarantineRow row, List<Problem> problems) {
        rows.explain(row.id(), problems);
        note(row, QuarantineState.TAKEN, "refused");
        return rows.find(row.id(), false).orElseThrow();
    }

    private void note(QuarantineRow row, QuarantineState asked, String result) {
        String deed = "warning.quarantine." + asked.word();
        notices.audit.deed(new AuditLog.Deed(deed, new SubjectRef("warning", row.id()), 1, result, row.place()));
        notices.live.announce("import", "quarantined", row.id().toString(), row.unitPath());
    }
}

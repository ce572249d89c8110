package org.lianxin.warning.stream;

import java.util.List;
import java.util.UUID;
import org.lianxin.organisation.Units;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.intake.Sender;
import org.springframework.stereotype.Component;

/** What a person does about a record in quarantine, in their transaction: within their data scope, once, and in the log. */
@Component
public class QuarantineDecisions {

    private final Quarantine quarantine;
    private final StreamIntake intake;
    private final Units units;

    QuarantineDecisions(Quarantine quarantine, StreamIntake intake, Units units) {
        this.quarantine = quarantine;
        this.intake = intake;
        this.units = units;
    }

    /** Brings it once more as the source it came from; refused again, it goes on waiting with the reason of today. */
    public QuarantineRow takeAgain(UUID id) {
        QuarantineRow row = quarantine.waiting(id);
        Sender sender = Sender.machine(row.source(), units.get(row.unitId()), null);
        List<Problem> problems = intake.takeAgain(sender, quarantine.content(row));
        return problems.isEmpty() ? quarantine.decide(row, QuarantineState.TAKEN) : quarantine.explain(row, problems);
    }

    /** Nobody will bring it again; it stays until its term is over. */
    public QuarantineRow setAside(UUID id) {
        return quarantine.decide(quarantine.waiting(id), QuarantineState.SET_ASIDE);
    }
}

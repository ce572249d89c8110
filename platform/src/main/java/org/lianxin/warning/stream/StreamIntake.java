package org.lianxin.warning.stream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.domain.SignalCheck.Verdict;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Receipt;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.intake.SignalJson;
import org.lianxin.warning.stream.Quarantine.Stray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes records of a topic through the intake of all signals: read by the same mapper, checked by the same rules, in one
 * transaction with what could not be taken. Every record is in one of the two after the commit.
 */
@Component
public class StreamIntake {

    private static final Logger LOG = LoggerFactory.getLogger(StreamIntake.class);

    /** As much as a request may carry. */
    static final int MOST_BYTES = 1 << 20;

    private final Intake intake;
    private final Quarantine quarantine;
    private final JsonMapper mapper;
    private final Clock clock;

    StreamIntake(Intake intake, Quarantine quarantine, JsonMapper mapper, Clock clock) {
        this.intake = intake;
        this.quarantine = quarantine;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Returns after the commit; throws when the database is away, and the same records may be brought again. */
    public void take(Sender sender, List<Arrived> arrived) {
        try {
            takeTogether(sender, arrived);
        } catch (RuntimeException e) {
            if (Outages.isOne(e)) {
                throw e;
            }
            LOG.warn(
                    "{} records are taken one by one: {}",
                    arrived.size(),
                    e.getClass().getSimpleName());
            arrived.forEach(each -> takeAlone(sender, each));
        }
    }

    private void takeAlone(Sender sender, Arrived each) {
        try {
            takeTogether(sender, List.of(each));
        } catch (RuntimeException e) {
            if (Outages.isOne(e)) {
                throw e;
            }
            LOG.error("{} cannot be taken: {}", each, e.getClass().getSimpleName());
            quarantine.keep(sender, List.of(Stray.of(each, new Problem("", "unexpected", List.of()))));
        }
    }

    private void takeTogether(Sender sender, List<Arrived> arrived) {
        List<Intake.Row> good = new ArrayList<>(arrived.size());
        List<Stray> bad = new ArrayList<>();
        for (int i = 0; i < arrived.size(); i++) {
            switch (read(arrived.get(i).value())) {
                case Verdict.Taken taken -> good.add(new Intake.Row(i, taken.signal()));
                case Verdict.Rejected rejected -> bad.add(new Stray(arrived.get(i), rejected.problems()));
            }
        }
        intake.acceptAll(sender, good, receipts -> {
            List<Stray> strays = new ArrayList<>(bad);
            for (int i = 0; i < receipts.size(); i++) {
                if (receipts.get(i).outcome() == Receipt.Outcome.CONFLICT) {
                    strays.add(Stray.of(arrived.get(good.get(i).number()), conflict()));
                }
            }
            quarantine.keep(sender, strays);
        });
    }

    /** One record by itself, in the caller's transaction; what still keeps it out, nothing when it was taken. */
    List<Problem> takeAgain(Sender sender, byte[] value) {
        return switch (read(value)) {
            case Verdict.Rejected rejected -> rejected.problems();
            case Verdict.Taken taken -> {
                Signal signal = taken.signal();
                Receipt receipt = intake.acceptAll(sender, List.of(new Intake.Row(0, signal)), receipts -> {})
                        .getFirst();
                yield receipt.outcome() == Receipt.Outcome.CONFLICT ? List.of(conflict()) : List.of();
            }
        };
    }

    private static Problem conflict() {
        return new Problem("sourceId", "conflict", List.of());
    }

    private Verdict read(byte[] value) {
        if (value.length > MOST_BYTES) {
            return rejected("too-many-bytes", Integer.toString(value.length), Integer.toString(MOST_BYTES));
        }
        try {
            return SignalJson.check(mapper.readValue(value, JsonNode.class), clock.instant());
        } catch (JacksonException e) {
            return rejected("not-json");
        }
    }

    private static Verdict rejected(String code, String... arguments) {
        return new Verdict.Rejected(List.of(new Problem("", code, List.of(arguments))));
    }
}

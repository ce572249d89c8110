package org.lianxin.warning.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianxin.warning.stream.StreamDesk.bytes;
import static org.lianxin.warning.stream.StreamDesk.signal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.stream.Quarantine.Stray;
import org.lianxin.warning.testing.Desks;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** WA-64: what lies in quarantine is decided about once, by somebody whose data scope holds it. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class QuarantineModuleTest {

    private static final Problem UNEXPECTED = new Problem("", "unexpected", List.of());

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private QuarantineDecisions decisions;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    private UnitRef county() {
        return ((TongliaoUnits) units).of("150581");
    }

    private Viewer clerk() {
        return Desks.clerk(county());
    }

    private QuarantineRow kept(String topic, byte[] value) {
        Sender bank = Sender.machine("银行", county(), null);
        Stray stray = Stray.of(new Arrived(topic, 0, 7, value), UNEXPECTED);
        quarantine.keep(bank, List.of(stray));
        quarantine.keep(bank, List.of(stray));
        return transactions.run(clerk(), () -> quarantine.list(QuarantineState.WAITING, null, 200)).items().stream()
                .filter(each -> each.topic().equals(topic))
                .reduce((one, two) -> {
                    throw new IllegalStateException("kept twice");
                })
                .orElseThrow();
    }

    private QuarantineRow decided(QuarantineRow row, Viewer by, Function<UUID, QuarantineRow> deed) {
        return transactions.run(by, () -> deed.apply(row.id()));
    }

    private int signals(String prefix) {
        return transactions.runAs(
                Quarantine.JOB,
                () -> jdbc.sql("select count(*)::int from warning.signal where source_id like ? || '-%'")
                        .param(prefix)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void wa64_whatCanBeTakenNowIsTakenOnceAndTheLogNamesWhoDidIt() {
        QuarantineRow row = kept("again", signal("again", 1));
        Viewer clerk = clerk();

        QuarantineRow taken = decided(row, clerk, decisions::takeAgain);

        assertThat(taken.state()).isEqualTo(QuarantineState.TAKEN);
        assertThat(taken.decidedBy()).isEqualTo(clerk.staffNumber());
        assertThat(signals("again")).isEqualTo(1);
        assertThatThrownBy(() -> decided(row, clerk, decisions::takeAgain)).isInstanceOf(Refused.class);
        assertThat(transactions.<List<String>>runAs(
                        Quarantine.JOB,
                        () -> jdbc.sql("select actor || ' ' || result || ' ' || note from audit.entry where action = ?")
                                .param("warning.quarantine.taken")
                                .query(String.class)
                                .list()))
                .contains(clerk.staffNumber() + " done again-0@7");
    }

    @Test
    void wa64_whatIsStillWrongGoesOnWaitingWithTheReasonOfToday() {
        QuarantineRow row = kept("still", bytes("{}"));

        QuarantineRow still = decided(row, clerk(), decisions::takeAgain);

        assertThat(still.state()).isEqualTo(QuarantineState.WAITING);
        assertThat(still.problems()).extracting(Problem::code).contains("missing");
        assertThat(decided(row, clerk(), decisions::setAside).state()).isEqualTo(QuarantineState.SET_ASIDE);
    }

    @Test
    void wa64_aCountyDoesNotLearnOfAnothers() {
        QuarantineRow row = kept("scope", bytes("{}"));
        Viewer elsewhere = Desks.clerk(((TongliaoUnits) units).of("150502"));

        assertThat(transactions
                        .run(elsewhere, () -> quarantine.list(QuarantineState.WAITING, null, 200))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> decided(row, elsewhere, decisions::setAside))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404));
        assertThat(transactions.<List<Map<String, Object>>>run(
                        clerk(),
                        () -> jdbc.sql("select * from warning.quarantine_content")
                                .query()
                                .listOfRows()))
                .as("what it says is open to nobody at a desk")
                .isEmpty();
    }
}

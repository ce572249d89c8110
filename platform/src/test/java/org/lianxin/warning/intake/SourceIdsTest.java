package org.lianxin.warning.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Places;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.intake.Receipt.Outcome;
import org.lianxin.warning.testing.Desks;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** WA-17: everybody counts 1, 2, 3; nobody's warning is lost for it, and nobody learns of another's. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SourceIdsTest {

    private static final String STREET = "内蒙古通辽市霍林郭勒市珠斯花街道";

    @Autowired
    private Intake intake;

    @Autowired
    private Preparation preparation;

    @Autowired
    private IntakeTransaction transaction;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private Places places;

    private final Instant now = Clock.systemUTC().instant();
    private final String id = "S-" + UUID.randomUUID();

    private UnitRef county(String code) {
        return new TongliaoUnits(places).of(code);
    }

    private Sender clerkOf(String code) {
        return Sender.clerk("B0001", county(code), null);
    }

    private Sender machineOf(String code, String name) {
        return Sender.machine(name, county(code), null);
    }

    private Signal somebody(String source) {
        Signal like = Desks.signal(now, STREET);
        return new Signal(
                id,
                source,
                like.occurredAt(),
                like.name(),
                like.nationalId(),
                like.phone(),
                like.scamType(),
                like.scamText(),
                like.level(),
                like.amountCents(),
                like.address(),
                like.description(),
                like.moneyMoving(),
                like.vulnerability(),
                like.fields());
    }

    @Test
    void wa17_twoCountiesThatCountAlikeAreBothHeard() {
        Receipt one = intake.accept(clerkOf("150581"), somebody("县局台账"));
        Receipt other = intake.accept(clerkOf("150502"), somebody("县局台账"));

        assertThat(one.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(other.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(other.duplicate()).isFalse();
        assertThat(other.episodeNumber()).isNotEqualTo(one.episodeNumber());
    }

    @Test
    void wa17_whatAnotherSenderSaidInTheSameWordsIsNoDuplicateToThisOne() {
        Signal same = somebody("县局台账");
        Receipt one = intake.accept(clerkOf("150581"), same);
        Receipt other = intake.accept(clerkOf("150502"), same);

        assertThat(other.duplicate()).isFalse();
        assertThat(other.signalId()).isNotEqualTo(one.signalId());
    }

    @Test
    void wa17_twoSendersInOneTransactionAreToldApart() {
        Signal first = somebody("");
        Signal second = somebody("");
        List<Receipt> receipts = transaction.take(
                List.of(
                        preparation.prepare(machineOf("150581", "bank"), first, 0),
                        preparation.prepare(machineOf("150581", "carrier"), second, 0),
                        preparation.prepare(machineOf("150502", "bank"), first, 0)),
                r -> {});

        assertThat(receipts).extracting(Receipt::duplicate).containsOnly(false);
        assertThat(receipts).extracting(Receipt::outcome).doesNotContain(Outcome.CONFLICT);
        assertThat(receipts).extracting(Receipt::signalId).doesNotHaveDuplicates();
    }

    @Test
    void wa17_oneSendersIdWithOtherContentIsRefusedEvenFromAnotherSource() {
        Signal first = somebody("省反诈中心");
        Sender sender = clerkOf("150581");
        Receipt taken = intake.accept(sender, first);

        assertThat(intake.accept(sender, somebody("省反诈中心")).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(intake.accept(sender, from("公安部平台", first)).outcome()).isEqualTo(Outcome.CONFLICT);
        Receipt again = intake.accept(sender, first);
        assertThat(again.duplicate()).isTrue();
        assertThat(again.signalId()).isEqualTo(taken.signalId());
    }

    private static Signal from(String source, Signal like) {
        return new Signal(
                like.sourceId(),
                source,
                like.occurredAt(),
                like.name(),
                like.nationalId(),
                like.phone(),
                like.scamType(),
                like.scamText(),
                like.level(),
                like.amountCents(),
                like.address(),
                like.description(),
                like.moneyMoving(),
                like.vulnerability(),
                like.fields());
    }

    @Test
    void wa17_theClerksOfAUnitShareItsIdsAndItsMachinesDoNot() {
        Signal signal = somebody("省反诈中心");
        Sender colleague = Sender.clerk("B0002", county("150581"), null);
        intake.accept(clerkOf("150581"), signal);

        assertThat(intake.accept(colleague, signal).duplicate()).isTrue();
        assertThat(intake.accept(machineOf("150581", "bank"), signal).duplicate())
                .isFalse();
        assertThat(intake.accept(machineOf("150581", "bank"), signal).duplicate())
                .isTrue();
        assertThat(intake.accept(machineOf("150581", "carrier"), signal).duplicate())
                .isFalse();
    }

    @Test
    void wa17_theDryRunSaysTheSame() {
        Signal signal = somebody("省反诈中心");
        intake.accept(clerkOf("150581"), signal);
        List<Intake.Row> rows = List.of(new Intake.Row(1, signal), new Intake.Row(2, somebody("省反诈中心")));

        assertThat(guesses(clerkOf("150581"), rows))
                .containsExactly(new Preview.Guess(Outcome.MERGED, true), new Preview.Guess(Outcome.CONFLICT, false));
        assertThat(guesses(clerkOf("150502"), rows))
                .containsExactly(new Preview.Guess(Outcome.MERGED, false), new Preview.Guess(Outcome.CONFLICT, false));
    }

    private List<Preview.Guess> guesses(Sender sender, List<Intake.Row> rows) {
        return transactions.runAs(
                IntakeTransaction.JOB, () -> intake.preview(now).next(sender, rows));
    }
}

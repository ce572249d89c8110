package org.lianxin.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.audit.store.ScopedDatabase;
import org.lianxin.notification.Notifications.MessageView;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.notification.domain.Gateway;
import org.lianxin.notification.store.MessageStore;
import org.lianxin.notification.store.MessageStore.Held;
import org.lianxin.notification.store.MessageStores;
import org.lianxin.order.desk.InMemoryUnits;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;

class SenderTest {

    private static final ScopedDatabase DATABASE = ScopedDatabase.fresh();
    private static final ScopedTransactions TRANSACTIONS = DATABASE.transactions();
    private static final SystemJob JOB = new SystemJob("test.notification", true);
    private static final PlainVault VAULT = new PlainVault();

    private final SubjectRef subject = new SubjectRef("warning", Uuid7.next());
    private final MessageStore store = MessageStores.messages(DATABASE.jdbc());
    private final Outbox outbox = new Outbox(TRANSACTIONS, store, VAULT, InMemoryUnits.tongliao());
    private final Sender sender = new Sender(TRANSACTIONS, store, VAULT, changes -> {});
    private final ReceiptBook receipts = new ReceiptBook(
            TRANSACTIONS, store, MessageStores.replies(DATABASE.jdbc()), VAULT, changes -> {}, event -> {});

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** A gateway that does as it is told, and counts how often each key rang outside. */
    private static final class Told implements Gateway {
        private final boolean keyed;
        private final Function<Outgoing, Answer> answer;
        private final Map<String, Integer> rang = new HashMap<>();

        Told(boolean keyed, Function<Outgoing, Answer> answer) {
            this.keyed = keyed;
            this.answer = answer;
        }

        @Override
        public String name() {
            return "told-" + keyed;
        }

        @Override
        public Set<String> channels() {
            return Set.of("push");
        }

        @Override
        public boolean isKeyed() {
            return keyed;
        }

        /** Leases have run out as soon as they are given: a test does not wait. */
        @Override
        public Duration patience() {
            return Duration.ofSeconds(-20);
        }

        @Override
        public Answer send(Outgoing message) {
            if (!keyed || !rang.containsKey(message.key())) {
                rang.merge(message.key(), 1, Integer::sum);
            }
            return answer.apply(message);
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private NewMessage message(String key) {
        return new NewMessage(
                key,
                "push",
                new PhoneNumber("+8613912344417"),
                "warning.sms.first",
                "您可能正在遭遇诈骗",
                subject,
                InMemoryUnits.id("15.1505.150581.01."));
    }

    private String send(String key) {
        return send(List.of(message(key)));
    }

    private String send(List<NewMessage> messages) {
        TRANSACTIONS.runAs(JOB, () -> {
            outbox.send(messages);
            return true;
        });
        return messages.getFirst().key();
    }

    private List<String> states() {
        return TRANSACTIONS.runAs(JOB, () -> outbox.onSubject(subject)).stream()
                .map(MessageView::state)
                .toList();
    }

    private void soon() {
        DATABASE.jdbc().sql("select runtime.shift_clock(interval '10 minutes')").query(row -> {});
    }

    private static String key() {
        return "test/" + UUID.randomUUID();
    }

    @Test
    void aMessageIsSentOnceAndItsReceiptBooked() {
        String key = send(key());
        send(key);
        Told gateway = new Told(true, message -> new Gateway.Answer.Accepted(List.of("ref-" + message.key())));
        sender.round(gateway, "push");
        sender.round(gateway, "push");
        assertThat(gateway.rang).containsOnly(Map.entry(key, 1));
        assertThat(states()).containsExactly("sent");
        receipts.received(gateway.name(), "ref-" + key, true);
        assertThat(states()).containsExactly("delivered");
        receipts.received(gateway.name(), "ref-" + key, false);
        assertThat(states()).as("what was delivered stays so").containsExactly("delivered");
    }

    @Test
    void aReceiptMayComeBeforeTheAnswer() {
        String key = send(key());
        Told gateway = new Told(false, message -> {
            receipts.received("told-false", "early-" + message.key(), true);
            receipts.received("told-false", "early-" + message.key(), false);
            return new Gateway.Answer.Accepted(List.of("early-" + message.key()));
        });
        sender.round(gateway, "push");
        assertThat(gateway.rang).containsKey(key);
        assertThat(states()).containsExactly("delivered");
    }

    @Test
    void aTextInPartsIsDeliveredWhenAllItsPartsAre() {
        String key = send(key());
        sender.round(new Told(false, message -> new Gateway.Answer.Accepted(List.of(key + "-1", key + "-2"))), "push");
        receipts.received("told-false", key + "-1", true);
        assertThat(states()).containsExactly("sent");
        receipts.received("told-false", key + "-2", true);
        assertThat(states()).containsExactly("delivered");
    }

    @Test
    void whatIsPutOffIsTriedAgainAndWhatIsRefusedIsNot() {
        send(key());
        Told busy = new Told(false, message -> new Gateway.Answer.Later(Duration.ofSeconds(5), "throttled"));
        assertThat(sender.round(busy, "push")).isOne();
        assertThat(sender.round(busy, "push"))
                .as("not before five seconds are over")
                .isZero();
        assertThat(states()).containsExactly("queued");
        soon();
        sender.round(new Told(false, message -> new Gateway.Answer.Refused("no such number")), "push");
        assertThat(states()).containsExactly("failed");
        soon();
        assertThat(sender.round(busy, "push")).isZero();
    }

    @Test
    void r3_aKillBetweenSendAndRecordLeavesOneUncertainWithoutKeysAndNobodyRepeatsIt() {
        for (int i = 0; i < 3; i++) {
            send(key());
        }
        Told dies = new Told(false, message -> {
            throw new Killed();
        });
        assertThatThrownBy(() -> sender.round(dies, "push")).isInstanceOf(Killed.class);
        sender.recover(dies);
        assertThat(states()).containsExactlyInAnyOrder("uncertain", "queued", "queued");
        Told works = new Told(false, message -> new Gateway.Answer.Accepted(List.of(message.key())));
        sender.round(works, "push");
        sender.recover(works);
        sender.round(works, "push");
        assertThat(states()).containsExactlyInAnyOrder("uncertain", "sent", "sent");
        assertThat(works.rang.values()).hasSize(2).containsOnly(1);
    }

    @Test
    void r3_withKeysNothingIsLostAndNothingRingsTwiceWhateverBreaks() {
        Random random = new Random(7);
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            messages.add(message(key()));
        }
        send(messages);
        Told gateway = new Told(true, message -> {
            int dice = random.nextInt(60);
            if (dice == 0) {
                throw new Killed();
            }
            return switch (dice % 3) {
                case 0 -> new Gateway.Answer.Unknown("reply lost");
                case 1 -> new Gateway.Answer.Later(Duration.ofSeconds(1), "busy");
                default -> new Gateway.Answer.Accepted(List.of(message.key()));
            };
        });
        int kills = 0;
        for (int round = 0; round < 100 && states().stream().anyMatch(state -> !state.equals("sent")); round++) {
            try {
                sender.round(gateway, "push");
            } catch (Killed e) {
                kills++;
            }
            sender.recover(gateway);
            soon();
        }
        System.out.printf("R3: 200 messages, %d kills, each rang once%n", kills);
        assertThat(kills).isGreaterThan(3);
        assertThat(states()).hasSize(200).containsOnly("sent");
        assertThat(messages).allMatch(each -> gateway.rang.getOrDefault(each.key(), 0) == 1);
    }

    @Test
    void anAnswerToAnAttemptThatWasGivenUpSettlesNothing() {
        NewMessage push = message(key());
        send(List.of(new NewMessage(
                push.key(), "phone", push.to(), push.template(), push.text(), push.subject(), push.unitId())));
        Told gateway = new Told(true, message -> new Gateway.Answer.Refused("never asked"));
        Held first = takeOne(gateway);
        sender.recover(gateway);
        Held second = takeOne(gateway);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(TRANSACTIONS.runAs(JOB, () -> store.record(first.id(), first.fence(), "failed", "late")))
                .isFalse();
        assertThat(states()).containsExactly("queued");
        assertThat(TRANSACTIONS.runAs(JOB, () -> store.record(second.id(), second.fence(), "sent", null)))
                .isTrue();
    }

    private Held takeOne(Gateway gateway) {
        Duration runOut = Duration.ofSeconds(-1);
        return TRANSACTIONS
                .runAs(JOB, () -> store.take("phone", gateway.name(), 1, runOut))
                .getFirst();
    }

    @Test
    void numberAndWordsAreOpenForAPurposeOnly() {
        send(key());
        var officer = ScopedDatabase.viewer("15.1505.150581.", DataScope.UNIT_AND_BELOW, Role.WARNING_CLERK);
        MessageView masked =
                TRANSACTIONS.run(officer, () -> outbox.onSubject(subject)).getFirst();
        assertThat(masked.toMasked()).isEqualTo("139****4417");
        assertThat(masked.text()).isEmpty();
        assertThat(TRANSACTIONS
                        .runFor(
                                officer,
                                org.lianxin.audit.Purpose.of("warning.dissuade", subject),
                                () -> outbox.onSubject(subject))
                        .getFirst()
                        .text())
                .isEqualTo("您可能正在遭遇诈骗");
        var stranger = ScopedDatabase.viewer("15.1502.", DataScope.UNIT_AND_BELOW, Role.WARNING_CLERK);
        assertThat(TRANSACTIONS.run(stranger, () -> outbox.onSubject(subject))).isEmpty();
    }
}

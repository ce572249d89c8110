package org.lianxin.notification.sending;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.notification.ReplyReceived;
import org.lianxin.notification.ReplyReceived.About;
import org.lianxin.notification.domain.Receipts;
import org.lianxin.notification.store.MessageStore;
import org.lianxin.notification.store.MessageStore.Settled;
import org.lianxin.notification.store.ReplyStore;
import org.lianxin.notification.store.ReplyStore.Reply;
import org.lianxin.notification.store.ReplyStore.Told;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Books what comes back. A receipt may come before the answer that names its message; both ways lead to the same state. */
@Component
class ReceiptBook implements Receipts {

    private static final SystemJob JOB = new SystemJob("notification.receipts", false);
    /** Finds the message that is answered by its number. */
    private static final SystemJob REPLIES = new SystemJob("notification.replies", true);

    private final ScopedTransactions transactions;
    private final MessageStore store;
    private final ReplyStore replies;
    private final Vault vault;
    private final LiveChanges live;
    private final ApplicationEventPublisher events;

    ReceiptBook(
            ScopedTransactions transactions,
            MessageStore store,
            ReplyStore replies,
            Vault vault,
            LiveChanges live,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.store = store;
        this.replies = replies;
        this.vault = vault;
        this.live = live;
        this.events = events;
    }

    @Override
    public void received(String gateway, List<String> references, boolean delivered) {
        if (references.isEmpty()) {
            return;
        }
        transactions.runAs(JOB, () -> {
            store.addReceipts(gateway, references, delivered ? "delivered" : "failed");
            List<Settled> settled = store.applyReceipts(store.messagesOf(gateway, references));
            live.announce(settled.stream().map(ReceiptBook::change).toList());
            return settled.size();
        });
    }

    static Change change(Settled message) {
        return new Change("notification", message.state(), message.id().toString(), message.unitPath());
    }

    @Override
    public void replied(String gateway, PhoneNumber from, String text) {
        transactions.runAs(REPLIES, () -> {
            UUID id = Uuid7.next();
            Told told = replies.findTold(Outbox.macOf(vault, from)).orElse(null);
            if (told != null) {
                keep(id, told.message(), from, text);
            }
            About about = told == null ? null : new About(told.subject(), told.unit());
            events.publishEvent(new ReplyReceived(id, from, text, about));
            return id;
        });
    }

    private void keep(UUID id, UUID message, PhoneNumber from, String text) {
        UUID key = vault.takeKeys(1).getFirst();
        byte[] number = vault.seal(key, "notification.reply.from", from.e164().getBytes(StandardCharsets.US_ASCII));
        byte[] words = vault.seal(key, "notification.reply.text", text.getBytes(StandardCharsets.UTF_8));
        replies.addReply(new Reply(id, message, from.toString(), key, number, words));
    }

    @Override
    public boolean repliedTo(String key, String gateway, String text) {
        Optional<PhoneNumber> from = transactions.runAs(
                REPLIES,
                () -> replies.findNumber(key)
                        .map(number -> new PhoneNumber(new String(
                                vault.open(number.vaultKey(), Outbox.TO, number.to()), StandardCharsets.US_ASCII))));
        from.ifPresent(number -> replied(gateway, number, text));
        return from.isPresent();
    }
}

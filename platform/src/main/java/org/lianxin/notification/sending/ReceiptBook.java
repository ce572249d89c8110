package org.lianxin.notification.sending;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.notification.domain.Receipts;
import org.lianxin.notification.store.MessageStore;
import org.lianxin.notification.store.MessageStore.Reply;
import org.lianxin.notification.store.MessageStore.Settled;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.springframework.stereotype.Component;

/** Books what comes back. A receipt may come before the answer that names its message; both ways lead to the same state. */
@Component
class ReceiptBook implements Receipts {

    private static final SystemJob JOB = new SystemJob("notification.receipts", false);

    private final ScopedTransactions transactions;
    private final MessageStore store;
    private final Vault vault;
    private final LiveChanges live;

    ReceiptBook(ScopedTransactions transactions, MessageStore store, Vault vault, LiveChanges live) {
        this.transactions = transactions;
        this.store = store;
        this.vault = vault;
        this.live = live;
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
        UUID key = vault.takeKeys(1).getFirst();
        List<byte[]> sealed = List.of(
                vault.seal(key, "notification.reply.from", from.e164().getBytes(StandardCharsets.US_ASCII)),
                vault.seal(key, "notification.reply.text", text.getBytes(StandardCharsets.UTF_8)));
        transactions.runAs(JOB, () -> {
            store.addReply(new Reply(Uuid7.next(), null, from.toString(), key, sealed.get(0), sealed.get(1)));
            return true;
        });
    }
}

package org.lianxin.notification.sending;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.notification.Notifications;
import org.lianxin.notification.store.MessageStore;
import org.lianxin.notification.store.MessageStore.Fresh;
import org.lianxin.notification.store.MessageStore.Stored;
import org.lianxin.organisation.Units;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.lianxin.vault.Vault.KeyDestroyed;
import org.springframework.stereotype.Component;

/** Number and words are sealed under a key per message, so a message can be erased without its case. */
@Component
class Outbox implements Notifications {

    static final String TO = "notification.content.to";
    static final String TEXT = "notification.content.text";
    private static final SystemJob DOOR = new SystemJob("notification.door", false);

    private final ScopedTransactions transactions;
    private final MessageStore store;
    private final Vault vault;
    private final Units units;

    Outbox(ScopedTransactions transactions, MessageStore store, Vault vault, Units units) {
        this.transactions = transactions;
        this.store = store;
        this.vault = vault;
        this.units = units;
    }

    @Override
    public void send(List<NewMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<UUID> keys = vault.takeKeys(messages.size());
        List<Fresh> fresh = new ArrayList<>(messages.size());
        for (NewMessage each : messages) {
            fresh.add(sealed(each, keys.get(fresh.size())));
        }
        transactions.runAs(DOOR, () -> store.add(fresh));
    }

    private Fresh sealed(NewMessage message, UUID key) {
        return new Fresh(
                Uuid7.next(),
                message.key(),
                message.channel(),
                message.template(),
                message.to().toString(),
                message.subject(),
                message.unitId(),
                units.get(message.unitId()).path(),
                key,
                vault.seal(key, TO, message.to().e164().getBytes(StandardCharsets.US_ASCII)),
                vault.seal(key, TEXT, message.text().getBytes(StandardCharsets.UTF_8)),
                macOf(vault, message.to()));
    }

    /** What a number is found again by, without being readable. */
    static byte[] macOf(Vault vault, PhoneNumber number) {
        return vault.mac("notification.number", number.e164().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public List<MessageView> onSubject(SubjectRef subject) {
        List<Stored> stored = store.onSubject(subject);
        List<UUID> keys = new ArrayList<>();
        for (Stored each : stored) {
            if (each.vaultKey() != null) {
                keys.add(each.vaultKey());
            }
        }
        if (!keys.isEmpty()) {
            vault.warm(keys);
        }
        return stored.stream().map(this::view).toList();
    }

    private MessageView view(Stored message) {
        return new MessageView(
                message.id(),
                message.channel(),
                message.toMasked(),
                message.template(),
                words(message),
                message.state().equals("sending") ? "queued" : message.state(),
                message.at(),
                message.receiptAt());
    }

    private String words(Stored message) {
        UUID key = message.vaultKey();
        byte[] text = message.text();
        if (key == null || text == null) {
            return "";
        }
        try {
            return new String(vault.open(key, TEXT, text), StandardCharsets.UTF_8);
        } catch (KeyDestroyed erased) {
            return "";
        }
    }
}

package org.lianxin.notification.sending;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.notification.domain.Gateway;
import org.lianxin.notification.domain.Gateway.Answer;
import org.lianxin.notification.domain.Gateway.Outgoing;
import org.lianxin.notification.store.MessageStore;
import org.lianxin.notification.store.MessageStore.Held;
import org.lianxin.notification.store.MessageStore.Sent;
import org.lianxin.notification.store.MessageStore.Settled;
import org.lianxin.notification.store.MessageStore.Stored;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.vault.Vault;
import org.lianxin.vault.Vault.KeyDestroyed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries messages to a gateway. A message is committed as being sent before the gateway hears of it, so whatever is interrupted
 * in between is known: a gateway with keys is asked again, any other leaves it uncertain. Without keys one message is in hand at a
 * time, so a crash makes one uncertain at most (R3).
 */
@Component
class Sender {

    private static final SystemJob JOB = new SystemJob("notification.sender", true);
    private static final int KEYED_BATCH = 50;
    private static final Duration LEASE_BEYOND_PATIENCE = Duration.ofSeconds(10);
    private static final Duration EXPIRES = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final ScopedTransactions transactions;
    private final MessageStore store;
    private final Vault vault;
    private final LiveChanges live;

    Sender(ScopedTransactions transactions, MessageStore store, Vault vault, LiveChanges live) {
        this.transactions = transactions;
        this.store = store;
        this.vault = vault;
        this.live = live;
    }

    private record Answered(Held message, Answer answer) {}

    /** Sends what is due on one channel until nothing is. Returns how many were tried. */
    int round(Gateway gateway, String channel) {
        int limit = gateway.isKeyed() ? KEYED_BATCH : 1;
        int tried = 0;
        List<Held> held = exchange(gateway, channel, List.of(), limit);
        while (!held.isEmpty()) {
            tried += held.size();
            held = exchange(gateway, channel, send(gateway, held), limit);
        }
        return tried;
    }

    /** Records answers and takes the next messages in hand: one commit for both. */
    private List<Held> exchange(Gateway gateway, String channel, List<Answered> answers, int limit) {
        Duration lease = gateway.patience().plus(LEASE_BEYOND_PATIENCE);
        return transactions.runAs(JOB, () -> {
            record(gateway, answers);
            List<Held> next = store.take(channel, gateway.name(), limit, lease);
            vault.warm(next.stream().map(Held::vaultKey).toList());
            return next;
        });
    }

    private List<Answered> send(Gateway gateway, List<Held> held) {
        List<Answered> answered = new ArrayList<>(held.size());
        List<Held> readable = new ArrayList<>(held.size());
        List<Outgoing> outgoing = new ArrayList<>(held.size());
        for (Held each : held) {
            try {
                outgoing.add(opened(each));
                readable.add(each);
            } catch (KeyDestroyed erased) {
                answered.add(new Answered(each, new Answer.Refused("erased")));
            }
        }
        List<Answer> answers = answers(gateway, outgoing);
        for (int i = 0; i < answers.size(); i++) {
            answered.add(new Answered(readable.get(i), answers.get(i)));
        }
        return answered;
    }

    private static List<Answer> answers(Gateway gateway, List<Outgoing> outgoing) {
        try {
            return outgoing.isEmpty() ? List.of() : gateway.sendAll(outgoing);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} broke on {}: {}", gateway.name(), outgoing, e.getClass().getName());
            Answer unknown = new Answer.Unknown(e.getClass().getSimpleName());
            return Collections.nCopies(outgoing.size(), unknown);
        }
    }

    private Outgoing opened(Held message) {
        byte[] to = vault.open(message.vaultKey(), Outbox.TO, message.to());
        byte[] text = vault.open(message.vaultKey(), Outbox.TEXT, message.text());
        return new Outgoing(
                message.id(),
                message.key(),
                message.channel(),
                new PhoneNumber(new String(to, StandardCharsets.US_ASCII)),
                new String(text, StandardCharsets.UTF_8),
                message.subject(),
                message.unitPath());
    }

    private void record(Gateway gateway, List<Answered> answers) {
        List<Sent> sent = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Answered each : answers) {
            if (each.answer() instanceof Answer.Accepted(List<String> references)) {
                sent.add(new Sent(each.message(), references));
                continue;
            }
            String state = notSent(gateway, each.message(), each.answer());
            if (state != null) {
                changes.add(ReceiptBook.change(
                        new Settled(each.message().id(), state, each.message().unitPath())));
            }
        }
        changes.addAll(recordSent(gateway, sent));
        live.announce(changes);
    }

    /** A receipt may have been here before its message was known to be sent. */
    private List<Change> recordSent(Gateway gateway, List<Sent> sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        List<Settled> settled = store.recordSent(gateway.name(), sent);
        store.applyReceipts(settled.stream().map(Settled::id).toList());
        return settled.stream().map(ReceiptBook::change).toList();
    }

    private @Nullable String notSent(Gateway gateway, Held message, Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> throw new IllegalArgumentException("it was sent");
            case Answer.Refused(String problem) -> settled(message, "failed", problem);
            case Answer.Later(Duration after, String problem) -> later(message, after, problem);
            case Answer.Unknown(String problem) ->
                gateway.isKeyed() ? later(message, backoff(message), problem) : settled(message, "uncertain", problem);
        };
    }

    private @Nullable String settled(Held message, String state, String problem) {
        return store.record(message.id(), message.fence(), state, problem) ? state : null;
    }

    private @Nullable String later(Held message, Duration after, String problem) {
        Instant expiry = message.at().plus(EXPIRES);
        if (expiry.isBefore(store.now())) {
            return settled(message, "failed", "expired: " + problem.toLowerCase(Locale.ROOT));
        }
        store.postpone(message.id(), message.fence(), after, problem);
        return null;
    }

    private static Duration backoff(Held message) {
        return Duration.ofSeconds(Math.min(300, 1L << Math.min(message.attempts(), 8)));
    }

    /** What a crashed node left in hand. */
    void recover(Gateway gateway) {
        transactions.runAs(JOB, () -> {
            List<Stored> recovered = store.recover(gateway.name(), gateway.isKeyed());
            for (Stored each : recovered) {
                live.announce("notification", each.state(), each.id().toString(), each.unitPath());
            }
            return recovered.size();
        });
    }
}

package org.lianxin.notification.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.notification.domain.Gateway;
import org.lianxin.notification.domain.Receipts;
import org.lianxin.notification.feed.SimulatorBehaviour.Settings;
import org.lianxin.notification.store.SimulatedStore;
import org.springframework.stereotype.Component;

/**
 * A carrier whose handsets can be looked at. It knows keys, so what is sent twice rings once. Serves every channel that no real
 * gateway serves, never in production.
 */
@Component
class SimulatorGateway implements Gateway {

    static final String NAME = "simulator";
    private static final SystemJob JOB = new SystemJob("notification.simulator", false);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RECEIPTS = 200;

    private final ScopedTransactions transactions;
    private final SimulatedStore store;
    private final SimulatorBehaviour behaviour;
    private final Receipts receipts;
    private final SmppSettings smpp;
    private volatile @Nullable Set<String> channels;

    SimulatorGateway(
            ScopedTransactions transactions,
            SimulatedStore store,
            SimulatorBehaviour behaviour,
            Receipts receipts,
            SmppSettings smpp) {
        this.transactions = transactions;
        this.store = store;
        this.behaviour = behaviour;
        this.receipts = receipts;
        this.smpp = smpp;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> channels() {
        Set<String> known = channels;
        if (known == null) {
            boolean production = transactions.runAs(JOB, store::isProduction);
            known = production ? Set.of() : smpp.isSetUp() ? Set.of("phone", "push") : Set.of("sms", "phone", "push");
            channels = known;
        }
        return known;
    }

    @Override
    public boolean isKeyed() {
        return true;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Answer send(Outgoing message) {
        return sendAll(List.of(message)).getFirst();
    }

    @Override
    public List<Answer> sendAll(List<Outgoing> messages) {
        Settings settings = behaviour.get();
        List<Answer> answers = new ArrayList<>(messages.size());
        List<Outgoing> taken = new ArrayList<>(messages.size());
        for (Outgoing each : messages) {
            sleep(settings.delay());
            if (happens(settings.refusals())) {
                answers.add(new Answer.Later(Duration.ofSeconds(1), "busy"));
                continue;
            }
            taken.add(each);
            answers.add(
                    happens(settings.lostReplies())
                            ? new Answer.Unknown("reply lost")
                            : new Answer.Accepted(List.of(each.key())));
        }
        transactions.runAs(JOB, () -> store.add(taken));
        return answers;
    }

    private static boolean happens(double share) {
        return share > 0 && ThreadLocalRandom.current().nextDouble() < share;
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void idle() {
        if (!channels().isEmpty()) {
            Duration after = behaviour.get().receiptAfter();
            receipts.received(NAME, transactions.runAs(JOB, () -> store.deliver(after, RECEIPTS)), true);
        }
    }
}

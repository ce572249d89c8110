package org.lianxin.warning.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.History;
import org.lianxin.warning.domain.Joining;
import org.lianxin.warning.intake.IntakeReads.Earlier;
import org.lianxin.warning.intake.IntakeWrites.Placed;
import org.lianxin.warning.intake.Prepared.SourceKey;
import org.lianxin.warning.intake.Receipt.Outcome;
import org.lianxin.warning.intake.Routing.Route;
import org.springframework.stereotype.Component;

/** One batch, one transaction: lock, look up, join, write, order. Two batches about one person wait for each other. */
@Component
class IntakeTransaction {

    static final SystemJob JOB = new SystemJob("warning.intake", true);

    private final ScopedTransactions transactions;
    private final IntakeReads reads;
    private final IntakeWrites writes;
    private final FirstOrders orders;
    private final RuleBook rules;
    private final Vault vault;

    IntakeTransaction(
            ScopedTransactions transactions,
            IntakeReads reads,
            IntakeWrites writes,
            FirstOrders orders,
            RuleBook rules,
            Vault vault) {
        this.transactions = transactions;
        this.reads = reads;
        this.writes = writes;
        this.orders = orders;
        this.rules = rules;
        this.vault = vault;
    }

    /** One receipt per signal, in order. {@code also} runs in the same transaction, for the books of an import. */
    List<Receipt> take(List<Prepared> batch, java.util.function.Consumer<List<Receipt>> also) {
        return transactions.runAs(JOB, () -> {
            List<Receipt> receipts = new Run(batch).run();
            also.accept(receipts);
            return receipts;
        });
    }

    /** One batch's working state. */
    private final class Run {
        private final List<Prepared> batch;
        private final Map<SourceKey, Placed> placedBySource = new HashMap<>();
        private final Map<UUID, EpisodeWork> touched = new LinkedHashMap<>();
        private final List<Placed> placed = new ArrayList<>();
        private final RuleBook.Live live = rules.live();

        Run(List<Prepared> batch) {
            this.batch = batch;
        }

        List<Receipt> run() {
            Instant now = reads.lock(batch);
            Map<SourceKey, Earlier> earlier = reads.earlier(batch);
            Joining<EpisodeWork> joining = reads.known(batch, true);
            List<Object> results = new ArrayList<>(batch.size());
            for (Prepared each : batch) {
                results.add(taken(each, earlier, joining, now));
            }
            if (!placed.isEmpty()) {
                write(now);
            }
            return results.stream().map(this::receipt).toList();
        }

        /** A receipt where nothing is to be written, otherwise what is to be. */
        private Object taken(
                Prepared each, Map<SourceKey, Earlier> earlier, Joining<EpisodeWork> joining, Instant now) {
            Earlier before = earlier.get(each.sourceKey());
            if (before != null) {
                return again(each, before);
            }
            Placed inBatch = placedBySource.get(each.sourceKey());
            if (inBatch != null) {
                return new SameInBatch(inBatch, inBatch.prepared().says(each.mac()));
            }
            Placed made = place(each, joining, now);
            placedBySource.put(each.sourceKey(), made);
            placed.add(made);
            return made;
        }

        private Receipt again(Prepared each, Earlier before) {
            boolean same = each.says(before.mac());
            Outcome outcome =
                    same ? Outcome.valueOf(before.takenAs().toUpperCase(java.util.Locale.ROOT)) : Outcome.CONFLICT;
            return new Receipt(
                    before.signalId(),
                    each.signal().sourceId(),
                    before.episodeId(),
                    before.episodeNumber(),
                    outcome,
                    same);
        }

        private Placed place(Prepared each, Joining<EpisodeWork> joining, Instant now) {
            boolean history = History.is(each.signal().occurredAt(), now);
            Optional<EpisodeWork> known =
                    joining.find(each.person(), each.signal().occurredAt());
            EpisodeWork episode = known.orElseGet(() -> begin(each, history));
            episode.join(each, history, now, live.parameters());
            touched.put(episode.id, episode);
            joining.add(each.person().idKey(), episode);
            joining.add(each.person().phoneNameKey(), episode);
            Outcome outcome = history ? Outcome.HISTORY : known.isPresent() ? Outcome.MERGED : Outcome.ACCEPTED;
            return new Placed(Uuid7.next(), each, episode, outcome);
        }

        private EpisodeWork begin(Prepared each, boolean history) {
            UnitRef receiver = each.sender().unit();
            EpisodeWork.Where where = switch (each.route()) {
                case Route.To to ->
                    new EpisodeWork.Where(
                            to.unit().id(),
                            to.unit().path().value(),
                            to.unit().id(),
                            to.centre().id(),
                            to.placeName());
                case Route.Unclear unclear ->
                    new EpisodeWork.Where(receiver.id(), receiver.path().value(), null, receiver.id(), null);
            };
            EpisodeState state = history
                    ? EpisodeState.HISTORY
                    : where.answering() == null ? EpisodeState.ROUTING : EpisodeState.OPEN;
            return new EpisodeWork(
                    new EpisodeWork.Identity(Uuid7.next(), vault.takeKeys(1).getFirst(), true),
                    where,
                    state,
                    stated(each),
                    each.signal().occurredAt());
        }

        private void write(Instant now) {
            List<EpisodeWork> fresh =
                    touched.values().stream().filter(each -> each.isNew).toList();
            writes.insertEpisodes(fresh, now, live.version());
            writes.updateEpisodes(
                    touched.values().stream().filter(each -> !each.isNew).toList(), live.version());
            writes.insertSignals(placed, now);
            orders.issue(List.copyOf(touched.values()));
            orders.note(batch, placed.size());
        }

        private Receipt receipt(Object result) {
            return switch (result) {
                case Receipt receipt -> receipt;
                case Placed made -> receipt(made, made.outcome(), false);
                case SameInBatch same ->
                    receipt(same.first(), same.says() ? same.first().outcome() : Outcome.CONFLICT, same.says());
                default -> throw new IllegalStateException("no receipt of " + result.getClass());
            };
        }

        private Receipt receipt(Placed made, Outcome outcome, boolean duplicate) {
            String id = made.prepared().signal().sourceId();
            return new Receipt(made.id(), id, made.episode().id, made.episode().number(), outcome, duplicate);
        }
    }

    private record SameInBatch(Placed first, boolean says) {}

    static EpisodeWork.Stated stated(Prepared each) {
        return new EpisodeWork.Stated(
                each.signal().level(),
                each.signal().amountCents(),
                each.signal().moneyMoving(),
                each.signal().vulnerability().size(),
                each.signal().phone() != null);
    }
}

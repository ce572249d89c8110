package org.lianxin.warning.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.Joining;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.domain.LifeCycle;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.domain.Triage;
import org.lianxin.warning.domain.TriageParameters;

/** An episode while a batch is worked on: found or new, changed by the signals that join it. Used by one thread. */
final class EpisodeWork implements Joining.Known {

    final UUID id;
    final UUID dataKey;
    final boolean isNew;
    final Where where;

    @Nullable
    String number;

    EpisodeState state;
    Stated stated;
    int signals;
    int round;

    /** The grade of what was ordered in this round, see {@link Plan#grade}; 0 when nothing was. */
    int ordered;

    Instant first;
    Instant last;
    Triage.@Nullable Ranking ranking;
    boolean needsOrders;

    /** The orders of an earlier, smaller grade give way to the new ones. */
    boolean replacesOrders;

    boolean touched;
    final List<Prepared> joined = new ArrayList<>(1);
    private @Nullable String personToken;

    /** Which episode it is. */
    record Identity(UUID id, UUID dataKey, boolean isNew) {}

    /** Which unit has it. */
    record Where(
            UUID unitId,
            String unitPath,
            @Nullable UUID answering,
            UUID centre,
            @Nullable String placeName) {}

    /** The worst that any source stated. */
    record Stated(Level level, @Nullable Long amountCents, boolean moneyMoving, int vulnerabilities, boolean hasPhone) {
        Stated and(Prepared signal) {
            Long other = signal.signal().amountCents();
            Long most = amountCents == null || (other != null && other > amountCents) ? other : amountCents;
            return new Stated(
                    signal.signal().level().code() < level.code()
                            ? signal.signal().level()
                            : level,
                    most,
                    moneyMoving || signal.signal().moneyMoving(),
                    Math.max(vulnerabilities, signal.signal().vulnerability().size()),
                    hasPhone || signal.signal().phone() != null);
        }
    }

    EpisodeWork(Identity identity, Where where, EpisodeState state, Stated stated, Instant first) {
        this.id = identity.id();
        this.dataKey = identity.dataKey();
        this.isNew = identity.isNew();
        this.where = where;
        this.state = state;
        this.stated = stated;
        this.first = first;
        this.last = first;
        this.round = 1;
    }

    void knownAs(@Nullable String token) {
        personToken = personToken == null ? token : personToken;
    }

    /** Takes a signal in: the facts get worse, never better; a fresh one wakes a closed episode. */
    void join(Prepared signal, boolean history, Instant now, TriageParameters parameters) {
        stated = stated.and(signal);
        Instant at = signal.signal().occurredAt();
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
        knownAs(signal.person().token());
        joined.add(signal);
        touched = true;
        signals++;
        if (!history) {
            wake();
            order();
        }
        rank(now, parameters);
    }

    private void wake() {
        if (!state.isOpen()) {
            state = LifeCycle.find(state, LifeCycle.Deed.SIGNAL).orElseThrow().to();
            if (where.answering() == null) {
                state = EpisodeState.ROUTING;
            }
            round++;
            ordered = 0;
        }
    }

    /** WA-16: measured against what was ordered, not against what was known: history makes facts worse without orders. */
    private void order() {
        int grade = Plan.grade(stated.level(), stated.moneyMoving());
        if (ordered != 0 && ordered <= grade) {
            return;
        }
        if (ordered != 0 && !needsOrders) {
            round++;
            replacesOrders = true;
        }
        ordered = grade;
        needsOrders = true;
    }

    private void rank(Instant now, TriageParameters parameters) {
        ranking = Triage.rank(
                new Triage.Facts(
                        stated.level(),
                        Duration.between(last, now),
                        stated.moneyMoving(),
                        stated.amountCents(),
                        stated.vulnerabilities(),
                        signals - 1),
                parameters);
    }

    int urgency() {
        return Plan.order(Plan.urgency(stated.level(), stated.moneyMoving()));
    }

    Triage.Ranking ranking() {
        return java.util.Objects.requireNonNull(ranking, "no signal joined yet");
    }

    String number() {
        return java.util.Objects.requireNonNull(number, "not written yet");
    }

    Plan.Facts planFacts() {
        return new Plan.Facts(stated.level(), stated.moneyMoving(), stated.hasPhone(), where.answering() != null);
    }

    @Override
    public @Nullable String personToken() {
        return personToken;
    }

    @Override
    public Instant firstSignalAt() {
        return first;
    }

    @Override
    public Instant lastSignalAt() {
        return last;
    }
}

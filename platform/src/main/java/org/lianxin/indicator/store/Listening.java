package org.lianxin.indicator.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.indicator.Indicators;
import org.lianxin.warning.EpisodeFact;
import org.lianxin.warning.EpisodeFacts;
import org.springframework.stereotype.Component;

/** Turns what the warning module tells into facts and counts. One node at a time; every step is one transaction. */
@Component
public class Listening implements Indicators {

    private static final SystemJob JOB = new SystemJob("indicator.listening", false);
    private static final int AT_ONCE = 5_000;

    private final ScopedTransactions transactions;
    private final EpisodeFacts warnings;
    private final FactStore facts;
    private final CountStore counts;
    private final AtomicInteger filling = new AtomicInteger();

    Listening(ScopedTransactions transactions, EpisodeFacts warnings, FactStore facts, CountStore counts) {
        this.transactions = transactions;
        this.warnings = warnings;
        this.facts = facts;
        this.counts = counts;
    }

    boolean isFilling() {
        return filling.get() > 0;
    }

    /** How many changes were taken in; nought also where another node is at it. */
    public int listen(int most) {
        return transactions.runAs(JOB, () -> {
            if (!facts.tryLock()) {
                return 0;
            }
            EpisodeFacts.Changed changed = warnings.takeChanged(most);
            if (changed.taken() > 0) {
                facts.learn(changed.facts(), changed.gone());
            }
            return changed.taken();
        });
    }

    /** IN-09: keeps the months that have ended and are not kept yet, unless what happened in them is still being taken in. */
    public void freeze() {
        transactions.runAs(JOB, () -> facts.tryLock() && freezeEnded());
    }

    private boolean freezeEnded() {
        LocalDate first = counts.firstDay().orElse(null);
        if (first == null) {
            return false;
        }
        Set<YearMonth> frozen = counts.frozenAt().keySet();
        YearMonth running = YearMonth.from(counts.today());
        for (YearMonth month = YearMonth.from(first); month.isBefore(running); month = month.plusMonths(1)) {
            if (!frozen.contains(month)) {
                counts.freeze(month);
            }
        }
        return true;
    }

    @Override
    public void rebuild() {
        transactions.runAs(JOB, () -> {
            facts.lock();
            warnings.forgetChanges();
            facts.forgetAll();
            List<EpisodeFact> some = list(null);
            while (!some.isEmpty()) {
                facts.take(some);
                some = list(some.getLast().id());
            }
            facts.countAll();
            return some;
        });
    }

    private List<EpisodeFact> list(@Nullable UUID after) {
        return warnings.list(after, AT_ONCE);
    }

    @Override
    public <T> T whileFilling(Supplier<T> work) {
        filling.incrementAndGet();
        try {
            T made = work.get();
            rebuild();
            freeze();
            return made;
        } finally {
            filling.decrementAndGet();
        }
    }
}

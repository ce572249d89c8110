package org.lianxin.order.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.desk.OrderViews;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.Ladder.Addressee;
import org.lianxin.order.domain.Ladder.Condition;
import org.lianxin.order.domain.Ladder.Effect;
import org.lianxin.order.domain.Ladder.Step;
import org.lianxin.order.store.LadderStore;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ladders: read by everybody, changed by the keeper of rules as a new version. */
@RestController
@RequestMapping("/api/order/ladders")
class LadderController {

    private static final ScopedTransactions.SystemJob KEEPER = new ScopedTransactions.SystemJob("order.rules", false);

    private static final int MOST_STEPS = 20;
    private static final long LONGEST_SECONDS = 366L * 24 * 3600;

    private final ScopedTransactions transactions;
    private final LadderStore store;
    private final AuditLog audit;

    LadderController(ScopedTransactions transactions, LadderStore store, AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
    }

    record StepView(
            int number,
            String when,
            long afterSeconds,
            String tells,
            String effect,
            String addressee,
            @Nullable String duty) {}

    record LadderView(String id, int version, String name, List<StepView> steps) {}

    record Ladders(List<LadderView> items) {}

    @GetMapping
    Ladders list(Viewer viewer) {
        return new Ladders(transactions.run(
                viewer, () -> store.live().stream().map(LadderController::view).toList()));
    }

    record AskedStep(
            int number,
            @Nullable String when,
            long afterSeconds,
            @Nullable String effect,
            @Nullable String addressee,
            @Nullable String duty) {}

    /** @param version the version that was changed; somebody else's newer one is not overwritten */
    record Asked(int version, @Nullable List<AskedStep> steps) {}

    @PutMapping("/{id}")
    LadderView change(@PathVariable String id, @RequestBody Asked asked, Viewer viewer) {
        List<Step> steps = Fields.given("steps", asked.steps()).stream()
                .map(LadderController::step)
                .toList();
        boolean numbered = steps.stream().map(Step::number).distinct().count() == steps.size();
        if (!numbered || steps.size() > MOST_STEPS) {
            throw Refused.of(422, "shared.invalid", "steps");
        }
        return transactions.run(viewer, () -> {
            Ladder live = store.findLive(id).orElseThrow(Refused::missing);
            Ladder next = new Ladder(id, asked.version() + 1, live.nameZh(), live.nameEn(), steps);
            if (live.version() != asked.version()
                    || !transactions.runAs(KEEPER, () -> store.add(next, viewer.staffNumber()))) {
                throw Refused.of(409, "order.ladder-changed");
            }
            audit.deed(
                    new AuditLog.Deed("order.ladder.changed", null, steps.size(), "done", id + " v" + next.version()));
            return view(next);
        });
    }

    private static Step step(AskedStep asked) {
        if (asked.number() < 1 || asked.number() > 99) {
            throw Refused.of(422, "shared.invalid", "number");
        }
        if (asked.afterSeconds() < 1 || asked.afterSeconds() > LONGEST_SECONDS) {
            throw Refused.of(422, "shared.invalid", "afterSeconds");
        }
        Addressee addressee = word(Addressee.class, "addressee", asked.addressee());
        String duty = Fields.maybeText("duty", asked.duty(), 60);
        if ((addressee == Addressee.NEAREST_WITH_DUTY) != (duty != null)) {
            throw Refused.of(422, "shared.invalid", "duty");
        }
        return new Step(
                asked.number(),
                word(Condition.class, "when", asked.when()),
                Duration.ofSeconds(asked.afterSeconds()),
                word(Effect.class, "effect", asked.effect()),
                addressee,
                duty);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, @Nullable String word) {
        try {
            return Enum.valueOf(
                    type, Fields.given(field, word).toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw Refused.of(422, "shared.invalid", field);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LadderView view(Ladder ladder) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return new LadderView(
                ladder.id(),
                ladder.version(),
                english ? ladder.nameEn() : ladder.nameZh(),
                ladder.steps().stream()
                        .map(step -> new StepView(
                                step.number(),
                                word(step.condition()),
                                step.after().toSeconds(),
                                OrderViews.tells(step),
                                word(step.effect()),
                                word(step.addressee()),
                                step.duty()))
                        .toList());
    }
}

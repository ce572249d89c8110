package org.lianxin.order.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.OrderView;
import org.lianxin.order.desk.CallingForHelp;
import org.lianxin.order.desk.IssuingByHand;
import org.lianxin.order.desk.OrderActs;
import org.lianxin.order.store.OrderStore.Happened;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One order and what is done with it. */
@RestController
@RequestMapping("/api/order")
class OrderController {

    private static final int LINE = 200;
    private static final int TEXT = 2_000;
    private static final int WORD = 60;
    private static final int KINDS = 20;

    private final ScopedTransactions transactions;
    private final Idempotency idempotency;
    private final OrderActs acts;
    private final IssuingByHand byHand;
    private final CallingForHelp help;

    OrderController(
            ScopedTransactions transactions,
            Idempotency idempotency,
            OrderActs acts,
            IssuingByHand byHand,
            CallingForHelp help) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.acts = acts;
        this.byHand = byHand;
        this.help = help;
    }

    record EventLine(
            Instant at,
            String actor,
            String action,
            @Nullable String note,
            @Nullable String fromState,
            String toState) {}

    record OrderPage(@JsonUnwrapped OrderView order, List<EventLine> events) {}

    @GetMapping("/orders/{id}")
    OrderPage order(@PathVariable UUID id, Viewer viewer) {
        return transactions.run(viewer, () -> {
            OrderView order = acts.get(id, viewer);
            List<EventLine> events = new ArrayList<>();
            events.add(new EventLine(order.issuedAt(), order.from().unitName(), "issued", null, null, "issued"));
            acts.history(id).stream().map(OrderController::line).forEach(events::add);
            return new OrderPage(order, events);
        });
    }

    private static EventLine line(Happened event) {
        return new EventLine(
                event.at(), event.actor(), event.action(), event.note(), event.fromState(), event.toState());
    }

    private OrderView once(Viewer viewer, Object asked, Supplier<OrderView> work) {
        return idempotency.once(viewer, asked, OrderView.class, work);
    }

    @PostMapping("/orders/{id}/sign")
    OrderView sign(@PathVariable UUID id, Viewer viewer) {
        return once(viewer, id, () -> acts.sign(id, viewer));
    }

    record Reported(@Nullable String text) {}

    @PostMapping("/orders/{id}/report")
    OrderView report(@PathVariable UUID id, @RequestBody Reported asked, Viewer viewer) {
        String text = Fields.text("text", asked.text(), TEXT);
        return once(viewer, asked, () -> acts.report(id, viewer, text));
    }

    record AskedExtension(@Nullable Instant until, @Nullable String reason) {}

    @PostMapping("/orders/{id}/extension")
    OrderView extension(@PathVariable UUID id, @RequestBody AskedExtension asked, Viewer viewer) {
        Instant until = Fields.time("until", asked.until());
        String reason = Fields.text("reason", asked.reason(), TEXT);
        return once(viewer, asked, () -> acts.askExtension(id, viewer, until, reason));
    }

    record ExtensionDecision(
            @Nullable Boolean grant, @Nullable String reason) {}

    @PostMapping("/orders/{id}/extension/decision")
    OrderView decision(@PathVariable UUID id, @RequestBody ExtensionDecision asked, Viewer viewer) {
        boolean grant = Fields.given("grant", asked.grant());
        String reason = Fields.text("reason", asked.reason(), TEXT);
        return once(viewer, asked, () -> acts.decideExtension(id, viewer, grant, reason));
    }

    record Because(@Nullable String reason) {}

    @PostMapping("/orders/{id}/return")
    OrderView giveBack(@PathVariable UUID id, @RequestBody Because asked, Viewer viewer) {
        String reason = Fields.text("reason", asked.reason(), TEXT);
        return once(viewer, asked, () -> acts.returned(id, viewer, reason));
    }

    record HandedOver(
            @Nullable UUID unitId,
            @Nullable UUID staffId,
            @Nullable String reason) {}

    @PostMapping("/orders/{id}/hand-over")
    OrderView handOver(@PathVariable UUID id, @RequestBody HandedOver asked, Viewer viewer) {
        UUID unit = Fields.given("unitId", asked.unitId());
        String reason = Fields.text("reason", asked.reason(), TEXT);
        return once(viewer, asked, () -> acts.handOver(id, viewer, unit, asked.staffId(), reason));
    }

    @PostMapping("/orders/{id}/take-back")
    OrderView takeBack(@PathVariable UUID id, Viewer viewer) {
        return once(viewer, id, () -> acts.takeBack(id, viewer));
    }

    record Met(@Nullable String outcomeCode, @Nullable String note) {}

    @PostMapping("/orders/{id}/meet")
    OrderView meet(@PathVariable UUID id, @RequestBody Met asked, Viewer viewer) {
        String code = asked.outcomeCode() == null ? "done" : Fields.text("outcomeCode", asked.outcomeCode(), WORD);
        String note = Fields.maybeText("note", asked.note(), TEXT);
        return once(viewer, asked, () -> acts.meet(id, viewer, code, note == null ? "" : note));
    }

    @PostMapping("/orders/{id}/withdraw")
    OrderView withdraw(@PathVariable UUID id, @RequestBody Because asked, Viewer viewer) {
        String reason = Fields.text("reason", asked.reason(), TEXT);
        return once(viewer, asked, () -> acts.withdraw(id, viewer, reason));
    }

    @PostMapping("/orders/{id}/remind")
    OrderView remind(@PathVariable UUID id, @RequestBody(required = false) @Nullable Because asked, Viewer viewer) {
        String note = asked == null ? null : Fields.maybeText("reason", asked.reason(), TEXT);
        return once(viewer, asked == null ? id : asked, () -> acts.remind(id, viewer, note == null ? "" : note));
    }

    record IssuedByHand(
            @Nullable String title,
            @Nullable String detail,
            @Nullable UUID toUnitId,
            @Nullable UUID toStaffId,
            @Nullable Instant dueAt,
            @Nullable String ladder,
            @Nullable Urgency urgency) {}

    @PostMapping("/orders")
    ResponseEntity<OrderView> issue(@RequestBody IssuedByHand asked, Viewer viewer) {
        IssuingByHand.Asked order = new IssuingByHand.Asked(
                Fields.text("title", asked.title(), LINE),
                Fields.maybeText("detail", asked.detail(), TEXT),
                Fields.given("toUnitId", asked.toUnitId()),
                asked.toStaffId(),
                Fields.time("dueAt", asked.dueAt()),
                asked.ladder() == null ? "plain" : Fields.text("ladder", asked.ladder(), WORD),
                asked.urgency() == null ? Urgency.NORMAL : asked.urgency());
        return ResponseEntity.status(201).body(once(viewer, asked, () -> byHand.issue(order, viewer)));
    }

    /** @param note what the caller had time to say */
    record CalledForHelp(@Nullable String note) {}

    @PostMapping("/orders/{id}/help")
    ResponseEntity<OrderView> help(@PathVariable UUID id, @RequestBody CalledForHelp asked, Viewer viewer) {
        return help(viewer, id, asked);
    }

    @PostMapping("/help")
    ResponseEntity<OrderView> help(@RequestBody CalledForHelp asked, Viewer viewer) {
        return help(viewer, null, asked);
    }

    private ResponseEntity<OrderView> help(Viewer viewer, @Nullable UUID order, CalledForHelp asked) {
        String note = Fields.maybeText("note", asked.note(), TEXT);
        return ResponseEntity.status(201).body(once(viewer, asked, () -> help.call(viewer, order, note)));
    }

    record TakeNext(@Nullable List<String> kinds) {}

    record Taken(@Nullable OrderView order) {}

    @PostMapping("/take-next")
    ResponseEntity<Taken> takeNext(@RequestBody TakeNext asked, Viewer viewer) {
        List<String> kinds = Fields.given("kinds", asked.kinds()).stream()
                .limit(KINDS)
                .map(kind -> Fields.text("kinds", kind, WORD))
                .toList();
        Taken taken = idempotency.once(
                viewer,
                asked,
                Taken.class,
                () -> new Taken(acts.takeNext(viewer, kinds).orElse(null)));
        return taken.order() == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(taken);
    }
}

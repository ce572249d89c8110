package org.lianxin.order.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.OrderView;
import org.lianxin.order.domain.Order;
import org.lianxin.order.store.OrderStore;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.stereotype.Component;

/**
 * OR-17: somebody in the field needs help. Their own unit and the nearest command are both told at once, before all other work;
 * whom they call and what for is not theirs to choose. Runs in the caller's transaction.
 */
@Component
public class CallingForHelp {

    /** An order to go and help a colleague. */
    public static final String HELP = "help";

    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final String COMMAND = "command";

    private final ScopedTransactions transactions;
    private final OrderStore store;
    private final Issuing issuing;
    private final OrderActs acts;
    private final Units units;
    private final AuditLog audit;

    CallingForHelp(
            ScopedTransactions transactions,
            OrderStore store,
            Issuing issuing,
            OrderActs acts,
            Units units,
            AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.issuing = issuing;
        this.acts = acts;
        this.units = units;
        this.audit = audit;
    }

    /**
     * @param order the order the caller is at work on; null when at none
     * @param words what the caller had time to say; may be missing
     * @return the order their own unit was given
     */
    public OrderView call(Viewer caller, @Nullable UUID order, @Nullable String words) {
        Order at = order == null ? null : store.find(order).orElseThrow(Refused::missing);
        UUID call = Uuid7.next();
        List<Issuing.Command> commands = new ArrayList<>();
        commands.add(command(caller, at, words, call, caller.unitId()));
        units.withDuty(caller.unitId(), COMMAND)
                .map(UnitRef::id)
                .filter(unit -> !unit.equals(caller.unitId()))
                .ifPresent(unit -> commands.add(command(caller, at, words, call, unit)));
        UUID own = issuing.issue(commands).getFirst();
        audit.deed(new AuditLog.Deed("order.help", new SubjectRef("order", own), commands.size(), "done", null));
        return transactions.runAs(Issuing.DOOR, () -> acts.get(own, caller));
    }

    private static Issuing.Command command(
            Viewer caller, @Nullable Order at, @Nullable String words, UUID call, UUID unit) {
        String title = Words.say(Locale.CHINESE, "order.help.title", caller.name(), caller.staffNumber());
        String where = at == null
                ? null
                : Words.say(
                        Locale.CHINESE, "order.help.at", at.number(), at.task().title());
        String detail = where == null ? words : words == null ? where : where + "\n" + words;
        SubjectRef subject =
                at == null ? new SubjectRef("order", call) : at.task().subject();
        IssueOrder order = new IssueOrder(
                HELP,
                title,
                detail,
                subject,
                "order/help/" + call + "/" + unit,
                unit,
                null,
                caller.unitId(),
                WITHIN,
                HELP,
                IssueOrder.Urgency.LIFE,
                100);
        return new Issuing.Command(order, at == null ? null : at.id());
    }
}

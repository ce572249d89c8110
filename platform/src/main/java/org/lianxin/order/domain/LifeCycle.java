package org.lianxin.order.domain;

import static org.lianxin.order.domain.OrderAction.ASK_EXTENSION;
import static org.lianxin.order.domain.OrderAction.GRANT_EXTENSION;
import static org.lianxin.order.domain.OrderAction.HAND_OVER;
import static org.lianxin.order.domain.OrderAction.MEET;
import static org.lianxin.order.domain.OrderAction.REASSIGN;
import static org.lianxin.order.domain.OrderAction.REFUSE_EXTENSION;
import static org.lianxin.order.domain.OrderAction.REMIND;
import static org.lianxin.order.domain.OrderAction.REPORT;
import static org.lianxin.order.domain.OrderAction.RETURN;
import static org.lianxin.order.domain.OrderAction.SIGN;
import static org.lianxin.order.domain.OrderAction.TAKE_BACK;
import static org.lianxin.order.domain.OrderAction.WITHDRAW;
import static org.lianxin.order.domain.OrderState.EXTENSION_ASKED;
import static org.lianxin.order.domain.OrderState.HANDED_OVER;
import static org.lianxin.order.domain.OrderState.ISSUED;
import static org.lianxin.order.domain.OrderState.MET;
import static org.lianxin.order.domain.OrderState.RETURNED;
import static org.lianxin.order.domain.OrderState.SIGNED;
import static org.lianxin.order.domain.OrderState.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/** The transition table: every change an order can go through. What is not here cannot happen. Drawn in docs/order-life-cycle.md. */
public final class LifeCycle {

    /** @param event the word the history shows */
    public record Transition(OrderState from, OrderAction action, OrderState to, String event, Who who) {}

    public static final List<Transition> TABLE = List.of(
            row(ISSUED, SIGN, SIGNED, "signed", Who.TOLD),
            row(ISSUED, RETURN, RETURNED, "returned", Who.TOLD),
            row(ISSUED, HAND_OVER, HANDED_OVER, "handed-over", Who.TOLD),
            row(ISSUED, MEET, MET, "met", Who.TOLD),
            row(ISSUED, WITHDRAW, WITHDRAWN, "withdrawn", Who.ISSUER),
            row(ISSUED, REMIND, ISSUED, "reminded", Who.ISSUER),
            row(ISSUED, TAKE_BACK, HANDED_OVER, "taken-back", Who.GIVER),
            row(ISSUED, REASSIGN, HANDED_OVER, "reassigned", Who.SERVICE),
            row(SIGNED, REPORT, SIGNED, "reported", Who.HOLDER),
            row(SIGNED, ASK_EXTENSION, EXTENSION_ASKED, "extension-asked", Who.HOLDER),
            row(SIGNED, RETURN, RETURNED, "returned", Who.HOLDER),
            row(SIGNED, HAND_OVER, HANDED_OVER, "handed-over", Who.HOLDER),
            row(SIGNED, MEET, MET, "met", Who.HOLDER),
            row(SIGNED, WITHDRAW, WITHDRAWN, "withdrawn", Who.ISSUER),
            row(SIGNED, REMIND, SIGNED, "reminded", Who.ISSUER),
            row(SIGNED, REASSIGN, HANDED_OVER, "reassigned", Who.SERVICE),
            row(EXTENSION_ASKED, REPORT, EXTENSION_ASKED, "reported", Who.HOLDER),
            row(EXTENSION_ASKED, GRANT_EXTENSION, SIGNED, "extension-granted", Who.ISSUER),
            row(EXTENSION_ASKED, REFUSE_EXTENSION, SIGNED, "extension-refused", Who.ISSUER),
            row(EXTENSION_ASKED, RETURN, RETURNED, "returned", Who.HOLDER),
            row(EXTENSION_ASKED, HAND_OVER, HANDED_OVER, "handed-over", Who.HOLDER),
            row(EXTENSION_ASKED, MEET, MET, "met", Who.HOLDER),
            row(EXTENSION_ASKED, WITHDRAW, WITHDRAWN, "withdrawn", Who.ISSUER),
            row(EXTENSION_ASKED, REMIND, EXTENSION_ASKED, "reminded", Who.ISSUER),
            row(EXTENSION_ASKED, REASSIGN, HANDED_OVER, "reassigned", Who.SERVICE));

    private LifeCycle() {}

    private static Transition row(OrderState from, OrderAction action, OrderState to, String event, Who who) {
        return new Transition(from, action, to, event, who);
    }

    public static Optional<Transition> find(OrderState from, OrderAction action) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.action() == action)
                .findFirst();
    }
}

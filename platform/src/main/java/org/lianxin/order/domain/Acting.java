package org.lianxin.order.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.lianxin.order.domain.LifeCycle.Transition;

/** May this person do this with this order now, and if not, why: OR-01 to OR-04. */
public final class Acting {

    /** Kinds whose outcome is recorded in a form of their own module, which then meets the order. */
    private static final Set<String> OWN_FORM =
            Set.of("call", "visit", "route", "family", "work-unit", "village-committee", "bank-notice");

    private Acting() {}

    public static Optional<Reason> refusal(Order order, OrderAction action, Actor actor, Instant now) {
        Optional<Transition> row = LifeCycle.find(order.state(), action);
        if (row.isEmpty()) {
            return Optional.of(outOfTurn(order, action));
        }
        if (actor.isService()) {
            return Optional.empty();
        }
        return person(order, row.get(), actor).or(() -> circumstance(order, action, now));
    }

    private static Reason outOfTurn(Order order, OrderAction action) {
        if (!order.isOpen()) {
            return Reason.of("over." + order.state().word());
        }
        return switch (action) {
            case SIGN -> Reason.of("signed-already");
            case REPORT, ASK_EXTENSION ->
                order.state() == OrderState.ISSUED ? Reason.of("sign-first") : Reason.of("extension-asked-already");
            case GRANT_EXTENSION, REFUSE_EXTENSION -> Reason.of("no-extension-asked");
            case TAKE_BACK -> Reason.of("taken-over");
            case RETURN, HAND_OVER, MEET, WITHDRAW, REMIND, REASSIGN -> Reason.of("not-now");
        };
    }

    private static Optional<Reason> person(Order order, Transition row, Actor actor) {
        return switch (row.who()) {
            case TOLD -> or01(order, row.action(), actor);
            case HOLDER -> or02(order, actor);
            case ISSUER -> or03(order, actor);
            case GIVER -> Optional.empty();
            case SERVICE -> Optional.of(Reason.personal("service-only"));
        };
    }

    /** OR-01: who is told may take it; where a person is named, nobody else signs, but a lead of the unit may hand it on. */
    private static Optional<Reason> or01(Order order, OrderAction action, Actor actor) {
        if (order.toStaff() != null && order.toStaff().equals(actor.staff())) {
            return Optional.empty();
        }
        if (!actor.isIn(order.to())) {
            return Optional.of(Reason.personal("for-another-unit"));
        }
        boolean mayTake = order.toStaff() == null || (actor.leads() && action != OrderAction.SIGN);
        return mayTake ? Optional.empty() : Optional.of(Reason.personal("for-somebody-else"));
    }

    /** OR-02: who signed has it in hand; a head or dispatcher of the unit told may act for a colleague. */
    private static Optional<Reason> or02(Order order, Actor actor) {
        if (actor.staff() != null && actor.staff().equals(order.life().signedBy())) {
            return Optional.empty();
        }
        return actor.isIn(order.to()) && actor.leads()
                ? Optional.empty()
                : Optional.of(Reason.personal("held-by-somebody-else"));
    }

    /** OR-03: the unit that ordered decides; so does a head or dispatcher of a unit above the one told. */
    private static Optional<Reason> or03(Order order, Actor actor) {
        if (actor.isIn(order.from())) {
            return Optional.empty();
        }
        return actor.leads() && actor.isAbove(order.to())
                ? Optional.empty()
                : Optional.of(Reason.personal("for-the-issuer"));
    }

    private static Optional<Reason> circumstance(Order order, OrderAction action, Instant now) {
        return switch (action) {
            case ASK_EXTENSION -> or04(order, now);
            case MEET ->
                OWN_FORM.contains(order.task().kind())
                        ? Optional.of(Reason.of("own-form." + order.task().kind()))
                        : Optional.empty();
            case SIGN,
                    REPORT,
                    GRANT_EXTENSION,
                    REFUSE_EXTENSION,
                    RETURN,
                    HAND_OVER,
                    WITHDRAW,
                    REMIND,
                    TAKE_BACK,
                    REASSIGN -> Optional.empty();
        };
    }

    /** OR-04: an extension is asked for before the deadline. */
    private static Optional<Reason> or04(Order order, Instant now) {
        return now.isBefore(order.dueAt()) ? Optional.empty() : Optional.of(Reason.of("deadline-passed"));
    }
}

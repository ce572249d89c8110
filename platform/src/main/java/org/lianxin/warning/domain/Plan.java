package org.lianxin.warning.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lianxin.order.IssueOrder.Urgency;

/** What is ordered when an episode begins, begins again, or turns out worse: WA-10 to WA-15. */
public final class Plan {

    private Plan() {}

    /** Who is told. */
    public enum To {
        /** The anti-fraud centre nearest to the unit answering for the address. */
        CENTRE,
        /** The unit answering for the address. */
        ANSWERING,
        /** Named by the person who recorded the outcome. */
        NAMED,
        /** The unit that can stop a payment. */
        STOP_PAYMENT
    }

    /**
     * One order to issue.
     *
     * @param rule that asks for it
     * @param kind of the order: call, visit, route, search, call-others, take-over, stop-payment, follow-up
     */
    public record Task(String rule, String kind, To to, Duration dueWithin, String ladder, Urgency urgency) {}

    /** @param routed whether a unit answering for the address is known */
    public record Facts(Level level, boolean moneyMoving, boolean hasPhone, boolean routed) {}

    public static List<Task> tasks(Facts facts) {
        List<Task> tasks = new ArrayList<>();
        Urgency urgency = urgency(facts.level(), facts.moneyMoving());
        boolean high = isHigh(facts);
        if (!facts.routed()) {
            tasks.add(new Task(
                    "WA-14", "route", To.CENTRE, Duration.ofMinutes(high ? 10 : 60), "warning.route", urgency));
        }
        if (facts.hasPhone()) {
            tasks.add(call(facts.level(), high, urgency));
        }
        if (facts.routed() && (high || !facts.hasPhone())) {
            tasks.add(visit(high, urgency));
        }
        return tasks;
    }

    /** WA-10: money in motion comes before everything but life; then what the source calls high. */
    public static Urgency urgency(Level level, boolean moneyMoving) {
        return moneyMoving ? Urgency.MONEY_IN_MOTION : level == Level.HIGH ? Urgency.HIGH : Urgency.NORMAL;
    }

    /** How much a plan asks for: 1 the most. A smaller grade than what was ordered means that more has to be ordered (WA-16). */
    public static int grade(Level level, boolean moneyMoving) {
        return moneyMoving ? 1 : 2 + level.code();
    }

    /** 0 comes first. */
    public static int order(Urgency urgency) {
        return switch (urgency) {
            case LIFE -> 0;
            case MONEY_IN_MOTION -> 1;
            case HIGH -> 2;
            case NORMAL -> 3;
        };
    }

    /** WA-13: a text message goes out at once where the risk is low; nobody hears a machine while money moves. */
    public static boolean sendsMessage(Facts facts) {
        return facts.level() == Level.LOW && !facts.moneyMoving() && facts.hasPhone();
    }

    private static boolean isHigh(Facts facts) {
        return facts.level() == Level.HIGH || facts.moneyMoving();
    }

    private static Task call(Level level, boolean high, Urgency urgency) {
        if (high) {
            return new Task("WA-11", "call", To.CENTRE, Duration.ofMinutes(30), "warning.high.call", urgency);
        }
        return level == Level.MEDIUM
                ? new Task("WA-12", "call", To.CENTRE, Duration.ofHours(4), "warning.normal", urgency)
                : new Task("WA-13", "call", To.CENTRE, Duration.ofHours(24), "warning.normal", urgency);
    }

    private static Task visit(boolean high, Urgency urgency) {
        return high
                ? new Task("WA-11", "visit", To.ANSWERING, Duration.ofMinutes(30), "warning.high.visit", urgency)
                : new Task("WA-15", "visit", To.ANSWERING, Duration.ofHours(24), "warning.normal", urgency);
    }
}

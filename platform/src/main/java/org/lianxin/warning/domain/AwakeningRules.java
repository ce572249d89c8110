package org.lianxin.warning.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.warning.domain.AwakeningSteps.Deed;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Plan.To;

/** What a session must have before a step is finished, and what follows from it: AW-02 to AW-10. */
public final class AwakeningRules {

    /** AW-02. */
    public static final int SPECIALISTS = 2;

    /** What may be agreed on; the person chooses, and may choose nothing. */
    public static final List<String> AGREEMENTS =
            List.of("no-transfer", "app-removed", "contact-ended", "bank", "family", "ask-96110");

    public static final List<String> PAUSES =
            List.of("rest", "family-coming", "unwell", "wants-to-call", "specialist-left", "other-duty");

    public static final List<String> BREAK_OFFS =
            List.of("person-left", "person-declined", "unwell", "danger", "specialist-left", "other-duty");

    /** AW-08: how the person may stand afterwards. */
    private static final Set<Belief> AFTER = Set.of(Belief.BELIEVES, Belief.UNSURE, Belief.DISBELIEVES, Belief.COACHED);

    private static final Outcome NOT_BELIEVED = new Outcome(Outcome.Kind.NOT_BELIEVED, null, null, null, null);

    private AwakeningRules() {}

    /**
     * What is known of a session when a step is to be finished.
     *
     * @param present specialists who are there now
     * @param path by how the person takes it; null as long as nobody has said
     * @param unanswered questions of the paper
     * @param unshown pages of the path
     * @param after how the person stands; only at the end
     * @param days until somebody sees the person again; only at the end
     */
    public record Facts(
            int present,
            @Nullable AwakeningPath path,
            int unanswered,
            int unshown,
            @Nullable Belief after,
            @Nullable Integer days) {}

    /** Why this step cannot be finished yet: ids of rules, the most important first; empty when it can. */
    public static List<String> missing(State step, Facts facts) {
        List<String> missing = new ArrayList<>();
        if (facts.present() < SPECIALISTS) {
            missing.add("AW-02");
        }
        switch (step) {
            case LISTENING -> add(missing, facts.path() == null, "AW-05");
            case TESTING -> add(missing, facts.unanswered() > 0, "AW-06");
            case READING -> add(missing, facts.unshown() > 0, "AW-07");
            case AGREEING -> {
                add(missing, facts.after() == null || !AFTER.contains(facts.after()), "AW-08");
                add(missing, facts.days() == null || !FollowUp.DAYS.contains(facts.days()), "AW-09");
            }
            case PAUSED, DONE, BROKEN_OFF -> throw new IllegalArgumentException(step + " is no step");
        }
        return List.copyOf(missing);
    }

    private static void add(List<String> missing, boolean isMissing, String rule) {
        if (isMissing) {
            missing.add(rule);
        }
    }

    /** AW-10: who still does not believe us is visited, as WA-25 says. */
    public static List<Task> visited(Level level, boolean moneyMoving, boolean routed) {
        return NOT_BELIEVED.next(level, moneyMoving, routed);
    }

    /** AW-09: who believes us now is asked again on the day that was agreed. */
    public static List<Task> askedAgain(int days) {
        return List.of(
                new Task("AW-09", "follow-up", To.CENTRE, Duration.ofDays(days), "warning.normal", Urgency.NORMAL));
    }

    /** AW-11: a pause and a breaking off have one of the known reasons. */
    public static boolean isReason(Deed deed, String reason) {
        return switch (deed) {
            case PAUSE -> PAUSES.contains(reason);
            case BREAK_OFF -> BREAK_OFFS.contains(reason);
            default -> false;
        };
    }
}

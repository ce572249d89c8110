package org.lianxin.warning.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Action;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.awakening.AwakeningSessions;
import org.lianxin.warning.awakening.Session;
import org.lianxin.warning.domain.AwakeningRules;
import org.lianxin.warning.domain.AwakeningSteps;
import org.lianxin.warning.domain.AwakeningSteps.Deed;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.springframework.stereotype.Component;

/** What may be done in a session now, and why the rest may not. */
@Component
class AwakeningActions {

    /** How the session ends is chosen with the last step: what is asked for there is not missing before it is chosen. */
    private static final List<String> CHOSEN_AT_THE_END = List.of("AW-08", "AW-09");

    List<Action> list(Viewer viewer, Session session) {
        List<Action> actions = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            String why = why(viewer, session, deed);
            actions.add(why == null ? Action.open(deed.word()) : Action.closed(deed.word(), why));
        }
        return actions;
    }

    private static @Nullable String why(Viewer viewer, Session session, Deed deed) {
        if (AwakeningSteps.find(session.state(), deed, session.step()).isEmpty()) {
            return state(session);
        }
        boolean there = session.present().contains(viewer.staffId());
        boolean full = session.present().size() >= AwakeningRules.SPECIALISTS;
        return switch (deed) {
            case ARRIVE ->
                there
                        ? Words.say("warning.awakening-closed.there-already")
                        : full ? Words.say("warning.refused.awakening-two-there") : null;
            case FINISH -> there ? unfinished(session) : notThere();
            case RESUME ->
                there && (full || session.step() == State.LISTENING)
                        ? null
                        : there ? AwakeningSessions.sentence("AW-02") : notThere();
            case LEAVE, BELIEVE, ANSWER, SHOW, PAUSE, BREAK_OFF -> there ? null : notThere();
        };
    }

    private static @Nullable String unfinished(Session session) {
        return session.missing(null, null).stream()
                .filter(rule -> !CHOSEN_AT_THE_END.contains(rule))
                .findFirst()
                .map(AwakeningSessions::sentence)
                .orElse(null);
    }

    private static String notThere() {
        return Words.say("warning.refused.awakening-not-there");
    }

    private static String state(Session session) {
        return switch (session.state()) {
            case PAUSED -> Words.say("warning.refused.awakening-paused");
            case DONE, BROKEN_OFF -> Words.say("warning.refused.awakening-over");
            case LISTENING, TESTING, READING, AGREEING ->
                Words.say("warning.refused.awakening-not-in-this-step", AwakeningSessions.name(session.state()));
        };
    }
}

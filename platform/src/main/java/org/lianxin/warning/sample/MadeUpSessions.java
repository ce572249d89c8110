package org.lianxin.warning.sample;

import java.util.List;
import java.util.UUID;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.awakening.AwakeningSessions;
import org.lianxin.warning.awakening.AwakeningSessions.Ending;
import org.lianxin.warning.awakening.Session;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Belief;
import org.springframework.stereotype.Component;

/** What two invented specialists do in an awakening room, each in a transaction of their own. */
@Component
class MadeUpSessions {

    private static final int DAYS = 7;

    private final AwakeningSessions sessions;

    MadeUpSessions(AwakeningSessions sessions) {
        this.sessions = sessions;
    }

    /** The one who asked the person in: what belongs to the step. */
    UUID first(Viewer by, UUID episode, String part) {
        if (part.equals("begin")) {
            UUID id = sessions.open(by, episode, true);
            sessions.believe(by, id, Belief.DISBELIEVES);
            return id;
        }
        Session session = current(episode);
        switch (session.state()) {
            case TESTING -> answers(by, session);
            case READING -> session.path().orElseThrow().pages().forEach(page -> sessions.show(by, session.id(), page));
            case LISTENING, AGREEING, PAUSED, DONE, BROKEN_OFF -> {}
        }
        return session.id();
    }

    /** Four of five right, as most papers are. */
    private void answers(Viewer by, Session session) {
        for (int i = 0; i < session.paper().questions().size(); i++) {
            int right = session.paper().questions().get(i).right();
            sessions.answer(by, session.id(), i, i == 0 ? (right + 1) % 3 : right);
        }
    }

    /** The other one is there, and finishes the step. */
    UUID second(Viewer by, UUID episode, String part) {
        UUID id = current(episode).id();
        if (part.equals("begin")) {
            sessions.arrive(by, id);
        } else if (part.equals(State.AGREEING.word())) {
            sessions.conclude(by, id, new Ending(Belief.BELIEVES, List.of("no-transfer", "family"), DAYS, null));
        } else {
            sessions.finish(by, id, State.of(part));
        }
        return id;
    }

    private Session current(UUID episode) {
        return sessions.ofEpisode(episode).stream()
                .filter(each -> !each.state().isOver())
                .findFirst()
                .orElseThrow(Refused::missing);
    }
}

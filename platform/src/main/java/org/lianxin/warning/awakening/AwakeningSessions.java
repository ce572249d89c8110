package org.lianxin.warning.awakening;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.AwakeningPath;
import org.lianxin.warning.domain.AwakeningPath.Page;
import org.lianxin.warning.domain.AwakeningRules;
import org.lianxin.warning.domain.AwakeningSteps;
import org.lianxin.warning.domain.AwakeningSteps.Deed;
import org.lianxin.warning.domain.AwakeningSteps.Move;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.episode.AwakenedEpisodes;
import org.lianxin.warning.episode.EpisodeRow;
import org.springframework.stereotype.Component;

/** What two specialists do in an awakening room. Every call is one deed in the viewer's transaction; the table and the rules decide. */
@Component
public class AwakeningSessions {

    private final AwakeningStore store;
    private final AwakenedEpisodes episodes;
    private final Lessons lessons;

    AwakeningSessions(AwakeningStore store, AwakenedEpisodes episodes, Lessons lessons) {
        this.store = store;
        this.episodes = episodes;
        this.lessons = lessons;
    }

    /**
     * AW-01: begins only when the person was told that it is voluntary. Whoever opens it is there.
     *
     * @param told that they may go at any time
     */
    public UUID open(Viewer viewer, UUID episodeId, boolean told) {
        EpisodeRow episode = episodes.lockOpen(episodeId);
        if (!told) {
            throw Refused.of(422, "warning.awakening-voluntary");
        }
        if (store.findRunning(episodeId).isPresent()) {
            throw Refused.of(409, "warning.awakening-running");
        }
        UUID id = Uuid7.next();
        Paper paper = Paper.draw(lessons, ScamType.ofCode(episode.scamType()), id.getLeastSignificantBits());
        store.add(id, episodeId, episode.scamType(), paper);
        store.note(id, episodeId, viewer, new AwakeningStore.Noted("open", State.LISTENING, null));
        episodes.tell(episode, "opened");
        return id;
    }

    public Session get(UUID id) {
        return store.find(id).orElseThrow(Refused::missing);
    }

    public List<Session> ofEpisode(UUID episode) {
        if (episodes.find(episode).isEmpty()) {
            throw Refused.missing();
        }
        return store.ofEpisode(episode);
    }

    /** Those under way, then the latest; in the order of time. */
    public List<Session> latest() {
        return store.latest();
    }

    /** AW-02, AW-03: from the own seat, each for oneself. Who is there already stays there. */
    public void arrive(Viewer viewer, UUID id) {
        Session session = lock(id, Deed.ARRIVE);
        if (session.present().contains(viewer.staffId())) {
            return;
        }
        if (session.present().size() >= AwakeningRules.SPECIALISTS) {
            throw Refused.of(409, "warning.awakening-two-there");
        }
        store.note(session, viewer, Deed.ARRIVE.word(), null);
        changed(session);
    }

    /** AW-03: past the first step the session pauses until two are there again. */
    public void leave(Viewer viewer, UUID id) {
        Session session = present(viewer, lock(id, Deed.LEAVE));
        store.note(session, viewer, Deed.LEAVE.word(), null);
        store.move(session, move(session, Deed.LEAVE).to());
        changed(session);
    }

    /** AW-05. */
    public void believe(Viewer viewer, UUID id, Belief before) {
        Session session = present(viewer, lock(id, Deed.BELIEVE));
        if (AwakeningPath.of(before).isEmpty()) {
            throw Refused.of(422, "warning.awakening-belief");
        }
        store.note(session, viewer, Deed.BELIEVE.word(), before.word());
        store.believe(id, before);
        changed(session);
    }

    /** AW-06: an answer stays as it was given. */
    public void answer(Viewer viewer, UUID id, int question, int option) {
        Session session = present(viewer, lock(id, Deed.ANSWER));
        List<Question> questions = session.paper().questions();
        boolean known = question >= 0
                && question < questions.size()
                && option >= 0
                && option < questions.get(question).options().size();
        if (!known) {
            throw Refused.of(422, "shared.invalid", "question");
        }
        if (session.answers().containsKey(question)) {
            throw Refused.of(409, "warning.awakening-answered", question + 1);
        }
        store.note(session, viewer, Deed.ANSWER.word(), question + ":" + option);
        changed(session);
    }

    /** AW-07. */
    public void show(Viewer viewer, UUID id, Page page) {
        Session session = present(viewer, lock(id, Deed.SHOW));
        if (!session.shown().contains(page)) {
            store.note(session, viewer, Deed.SHOW.word(), page.word());
            changed(session);
        }
    }

    /** AW-04: the step that is named must be the one the session is in, with all that belongs to it. */
    public void finish(Viewer viewer, UUID id, State step) {
        if (step == State.AGREEING) {
            throw new IllegalArgumentException("the last step is concluded");
        }
        Session session = inStep(viewer, id, step);
        refuseMissing(session.missing(null, null));
        next(viewer, session);
    }

    /** AW-08, AW-09: the last step, and with it the session. */
    public void conclude(Viewer viewer, UUID id, Ending ending) {
        Session session = inStep(viewer, id, State.AGREEING);
        if (!AwakeningRules.AGREEMENTS.containsAll(ending.agreed())) {
            throw Refused.of(422, "shared.invalid", "agreed");
        }
        refuseMissing(session.missing(ending.after(), ending.days()));
        Belief after = Objects.requireNonNull(ending.after());
        int days = Objects.requireNonNull(ending.days());
        EpisodeRow episode = episodes.lock(session.episodeId());
        store.conclude(id, after, ending.agreed(), days);
        next(viewer, session);
        episodes.keepWords(episode, ending.words());
        List<Task> tasks = after == Belief.BELIEVES
                ? AwakeningRules.askedAgain(days)
                : AwakeningRules.visited(episode.level(), episode.moneyMoving(), episode.isRouted());
        episodes.again(episode, viewer, tasks, id);
        episodes.tell(episode, "done");
    }

    /** AW-11. */
    public void pause(Viewer viewer, UUID id, String reason) {
        Session session = present(viewer, lock(id, Deed.PAUSE));
        stop(viewer, session, Deed.PAUSE, reason);
        changed(session);
    }

    /** AW-03: past the first step only when two are there. */
    public void resume(Viewer viewer, UUID id) {
        Session session = present(viewer, lock(id, Deed.RESUME));
        if (session.step() != State.LISTENING && session.present().size() < AwakeningRules.SPECIALISTS) {
            refuseMissing(List.of("AW-02"));
        }
        store.note(session, viewer, Deed.RESUME.word(), null);
        store.move(session, move(session, Deed.RESUME).to());
        changed(session);
    }

    /** AW-01, AW-11: at any time, by anybody who is there; the person owes no reason, we name the kind. */
    public void breakOff(Viewer viewer, UUID id, String reason) {
        Session session = present(viewer, lock(id, Deed.BREAK_OFF));
        stop(viewer, session, Deed.BREAK_OFF, reason);
        episodes.tell(episodes.lock(session.episodeId()), "broken-off");
    }

    private void stop(Viewer viewer, Session session, Deed deed, String reason) {
        if (!AwakeningRules.isReason(deed, reason)) {
            throw Refused.of(422, "warning.awakening-reason");
        }
        store.note(session, viewer, deed.word(), reason);
        store.move(session, move(session, deed).to());
    }

    private void next(Viewer viewer, Session session) {
        store.note(session, viewer, Deed.FINISH.word(), null);
        store.move(session, move(session, Deed.FINISH).to());
        changed(session);
    }

    private Session inStep(Viewer viewer, UUID id, State step) {
        Session session = store.lock(id).orElseThrow(Refused::missing);
        if (session.state() != step) {
            throw outOfTurn(session, step);
        }
        return present(viewer, session);
    }

    /** A skipped step is refused with the step that comes first. */
    private static Refused outOfTurn(Session session, State step) {
        if (session.state().number() == 0) {
            return closed(session);
        }
        String now = name(session.state());
        return step.number() > session.state().number()
                ? Refused.of(409, "warning.awakening-skipped", name(step), now)
                : Refused.of(409, "warning.awakening-finished", name(step), now);
    }

    private Session lock(UUID id, Deed deed) {
        Session session = store.lock(id).orElseThrow(Refused::missing);
        move(session, deed);
        return session;
    }

    private static Move move(Session session, Deed deed) {
        Optional<Move> move = AwakeningSteps.find(session.state(), deed, session.step());
        return move.orElseThrow(() -> session.state().number() == 0
                ? closed(session)
                : Refused.of(409, "warning.awakening-not-in-this-step", name(session.state())));
    }

    private static Refused closed(Session session) {
        return session.state() == State.PAUSED
                ? Refused.of(409, "warning.awakening-paused")
                : Refused.of(409, "warning.awakening-over");
    }

    private static Session present(Viewer viewer, Session session) {
        if (!session.present().contains(viewer.staffId())) {
            throw Refused.of(409, "warning.awakening-not-there");
        }
        return session;
    }

    private static void refuseMissing(List<String> rules) {
        if (!rules.isEmpty()) {
            String sentence = sentence(rules.getFirst());
            throw new Refused(409, "warning.awakening-not-yet", sentence, java.util.Map.of("rules", rules));
        }
    }

    /** What a rule asks for, as a sentence. */
    public static String sentence(String rule) {
        String key = "warning.awakening-missing." + rule;
        return Words.say(key);
    }

    /** A step with its number, in the reader's language. */
    public static String name(State step) {
        String key = "warning.awakening-step." + step.word();
        return Words.say(key);
    }

    private void changed(Session session) {
        episodes.find(session.episodeId()).ifPresent(episodes::announce);
    }

    /**
     * How a session ends.
     *
     * @param after how the person takes the warning now; null is refused by AW-08
     * @param agreed of {@link AwakeningRules#AGREEMENTS}; may be empty
     * @param days until somebody sees them again
     * @param words in the specialists' own words; kept sealed
     */
    public record Ending(
            @Nullable Belief after,
            List<String> agreed,
            @Nullable Integer days,
            @Nullable String words) {

        public Ending {
            agreed = List.copyOf(agreed);
        }

        @Override
        public String toString() {
            return after + "/" + agreed + "/" + days;
        }
    }
}

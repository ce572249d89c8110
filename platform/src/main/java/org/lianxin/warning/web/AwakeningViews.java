package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.awakening.AwakeningSessions;
import org.lianxin.warning.awakening.HandbookVideos;
import org.lianxin.warning.awakening.Lesson;
import org.lianxin.warning.awakening.Lessons;
import org.lianxin.warning.awakening.Question;
import org.lianxin.warning.awakening.Session;
import org.lianxin.warning.domain.AwakeningPath;
import org.lianxin.warning.domain.AwakeningPath.Page;
import org.lianxin.warning.domain.AwakeningRules;
import org.lianxin.warning.domain.AwakeningSteps.Deed;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.EpisodeRows;
import org.springframework.stereotype.Component;

/** Sessions as the room shows them: the person masked, and no right answer before the question is answered. */
@Component
class AwakeningViews {

    private final EpisodeRows episodes;
    private final Units units;
    private final Lessons lessons;
    private final HandbookVideos videos;
    private final AwakeningActions actions;

    AwakeningViews(
            EpisodeRows episodes, Units units, Lessons lessons, HandbookVideos videos, AwakeningActions actions) {
        this.episodes = episodes;
        this.units = units;
        this.lessons = lessons;
        this.videos = videos;
        this.actions = actions;
    }

    record SpecialistView(
            String staffId,
            String name,
            String number,
            Instant since,
            @Nullable Instant until) {}

    /** @param right null until the question is answered, and so is why */
    record QuestionView(
            String text,
            List<String> options,
            @Nullable Integer chosen,
            @Nullable Integer right,
            @Nullable String why) {}

    /** @param right answers of this paper; it says nothing about a person */
    record ResultView(int right, int of) {}

    record PageView(String page, boolean shown) {}

    record EventView(
            Instant at,
            String by,
            String deed,
            String step,
            @Nullable String detail) {}

    /** What the script of the scam type does not tell already: what is for this category alone, and what can be checked. */
    record HandbookView(List<String> own, List<String> checks, int version) {}

    /** A session in a list: when, where it stands, who is with it. */
    record LineView(
            String id,
            String episodeId,
            String number,
            @Nullable String nameMasked,
            String scamType,
            String state,
            String step,
            Instant openedAt,
            @Nullable Instant endedAt,
            List<String> specialists) {}

    record SessionView(
            LineView line,
            @Nullable String path,
            @Nullable String before,
            @Nullable String after,
            List<String> agreed,
            @Nullable Integer days,
            List<SpecialistView> specialists,
            List<QuestionView> questions,
            @Nullable ResultView result,
            List<PageView> pages,
            HandbookView handbook,
            boolean video,
            List<EventView> events,
            Choices choices,
            List<org.lianxin.shared.Action> actions) {}

    /** What may be chosen; the pages draw it and never work it out. */
    record Choices(List<String> agreements, List<String> pauses, List<String> breakOffs, List<Integer> days) {}

    private static final Choices CHOICES = new Choices(
            AwakeningRules.AGREEMENTS,
            AwakeningRules.PAUSES,
            AwakeningRules.BREAK_OFFS,
            org.lianxin.warning.domain.FollowUp.DAYS);

    /** Call in the viewer's transaction. */
    LineView line(Session session) {
        EpisodeRow episode = episodes.find(session.episodeId()).orElseThrow(Refused::missing);
        return new LineView(
                session.id().toString(),
                episode.id().toString(),
                episode.number(),
                episode.nameMasked(),
                session.scamType(),
                session.state().word(),
                session.step().word(),
                session.openedAt(),
                session.endedAt(),
                session.presences().stream().map(each -> name(each.staffId())).toList());
    }

    /** Call in the viewer's transaction. */
    SessionView view(Viewer viewer, Session session) {
        ScamType type = ScamType.ofCode(session.scamType());
        AwakeningPath path = session.path().orElse(null);
        Belief before = session.before();
        Belief after = session.after();
        return new SessionView(
                line(session),
                path == null ? null : path.word(),
                before == null ? null : before.word(),
                after == null ? null : after.word(),
                session.agreed(),
                session.days(),
                session.presences().stream().map(this::specialist).toList(),
                questions(session),
                result(session),
                path == null ? List.of() : pages(session, path),
                handbook(lessons.get(type), path),
                videos.find(type).isPresent(),
                session.events().stream().map(this::event).toList(),
                CHOICES,
                actions.list(viewer, session));
    }

    /** The paper is laid on the table with the second step. */
    private static List<QuestionView> questions(Session session) {
        if (session.step() == State.LISTENING) {
            return List.of();
        }
        Map<Integer, Integer> answers = session.answers();
        List<Question> questions = session.paper().questions();
        return IntStream.range(0, questions.size())
                .mapToObj(i -> question(questions.get(i), answers.get(i)))
                .toList();
    }

    private static QuestionView question(Question question, @Nullable Integer chosen) {
        boolean open = chosen == null;
        return new QuestionView(
                question.text(),
                question.options(),
                chosen,
                open ? null : question.right(),
                open ? null : question.why());
    }

    private static @Nullable ResultView result(Session session) {
        int of = session.paper().questions().size();
        return session.answers().size() < of ? null : new ResultView((int) session.right(), of);
    }

    private static List<PageView> pages(Session session, AwakeningPath path) {
        return path.pages().stream()
                .map(page -> new PageView(page.word(), session.shown().contains(page)))
                .toList();
    }

    private static HandbookView handbook(Lesson lesson, @Nullable AwakeningPath path) {
        List<String> own = path == null ? List.of() : lesson.own().getOrDefault(path, List.of());
        return new HandbookView(own, lesson.checks(), lesson.version());
    }

    private SpecialistView specialist(Session.Presence presence) {
        String number =
                units.findStaff(presence.staffId()).map(StaffRef::number).orElse("");
        return new SpecialistView(
                presence.staffId().toString(), name(presence.staffId()), number, presence.since(), presence.until());
    }

    private EventView event(Session.Event event) {
        boolean answer = event.deed().equals(Deed.ANSWER.word());
        String detail = event.detail();
        String shown = answer && detail != null ? detail.replaceFirst(":.*", "") : detail;
        return new EventView(event.at(), name(event.staffId()), event.deed(), event.step(), shown);
    }

    private String name(UUID staff) {
        return units.findStaff(staff).map(StaffRef::name).orElse("");
    }

    /** For {@link Page}: unknown words are refused. */
    static Page page(@Nullable String word) {
        return Page.find(word == null ? "" : word).orElseThrow(() -> Refused.of(422, "shared.invalid", "page"));
    }

    /** For {@link AwakeningSessions}: a step by its word. */
    static State step(@Nullable String word) {
        return State.find(word == null ? "" : word)
                .filter(each -> each.number() > 0)
                .orElseThrow(() -> Refused.of(422, "shared.invalid", "step"));
    }
}

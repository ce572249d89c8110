package org.lianxin.warning.awakening;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.AwakeningPath;
import org.lianxin.warning.domain.AwakeningPath.Page;
import org.lianxin.warning.domain.AwakeningRules;
import org.lianxin.warning.domain.AwakeningSteps.Deed;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Belief;

/**
 * One session as it stands, with everything that was done in it. Without personal content.
 *
 * @param step the one of the four steps it is in, or was in when it was paused or ended
 * @param before how the person took the warning at the beginning; null until somebody has said
 * @param after how they take it at the end
 * @param days until somebody sees them again
 */
public record Session(
        UUID id,
        UUID episodeId,
        State state,
        State step,
        String scamType,
        Paper paper,
        @Nullable Belief before,
        @Nullable Belief after,
        List<String> agreed,
        @Nullable Integer days,
        Instant openedAt,
        @Nullable Instant endedAt,
        List<Event> events) {

    /**
     * Something that was done.
     *
     * @param deed {@code open}, or the word of a {@link Deed}
     * @param detail a word or number that belongs to it: the belief, {@code question:option}, the page, the reason
     */
    public record Event(
            Instant at,
            UUID staffId,
            String deed,
            String step,
            @Nullable String detail) {}

    /** From when to when a specialist was there; still, where {@code until} is null. */
    public record Presence(
            UUID staffId, Instant since, @Nullable Instant until) {}

    public Session {
        agreed = List.copyOf(agreed);
        events = List.copyOf(events);
    }

    Session with(List<Event> all) {
        return new Session(
                id, episodeId, state, step, scamType, paper, before, after, agreed, days, openedAt, endedAt, all);
    }

    /** Who is there now. */
    public Set<UUID> present() {
        Set<UUID> present = new LinkedHashSet<>();
        for (Event event : events) {
            if (event.deed().equals("open") || event.deed().equals(Deed.ARRIVE.word())) {
                present.add(event.staffId());
            } else if (event.deed().equals(Deed.LEAVE.word())) {
                present.remove(event.staffId());
            }
        }
        return present;
    }

    /** Everybody who was there, in the order in which they came; who came twice stands there with the last time. */
    public List<Presence> presences() {
        Map<UUID, Presence> all = new LinkedHashMap<>();
        for (Event event : events) {
            UUID staff = event.staffId();
            if (event.deed().equals("open") || event.deed().equals(Deed.ARRIVE.word())) {
                all.put(staff, new Presence(staff, event.at(), null));
            } else if (event.deed().equals(Deed.LEAVE.word())) {
                Presence was = Objects.requireNonNull(all.get(staff));
                all.put(staff, new Presence(staff, was.since(), event.at()));
            }
        }
        return List.copyOf(all.values());
    }

    public Optional<AwakeningPath> path() {
        return Optional.ofNullable(before).flatMap(AwakeningPath::of);
    }

    /** Which option was chosen, by the number of the question. */
    public Map<Integer, Integer> answers() {
        Map<Integer, Integer> answers = new LinkedHashMap<>();
        details(Deed.ANSWER)
                .map(each -> each.split(":", 2))
                .forEach(each -> answers.put(Integer.valueOf(each[0]), Integer.valueOf(each[1])));
        return answers;
    }

    public Set<Page> shown() {
        Set<Page> shown = new LinkedHashSet<>();
        details(Deed.SHOW).forEach(each -> Page.find(each).ifPresent(shown::add));
        return shown;
    }

    /** How many answers of the paper were right. Of the paper: nothing is said about the person by it. */
    public long right() {
        Map<Integer, Integer> answers = answers();
        return answers.entrySet().stream()
                .filter(each -> paper.questions().get(each.getKey()).right() == each.getValue())
                .count();
    }

    /** Why the present step cannot be finished yet; see {@link AwakeningRules#missing}. */
    public List<String> missing(@Nullable Belief standing, @Nullable Integer again) {
        int unshown = path().map(path -> path.pages().size() - shown().size()).orElse(0);
        return AwakeningRules.missing(
                step,
                new AwakeningRules.Facts(
                        present().size(),
                        path().orElse(null),
                        paper.questions().size() - answers().size(),
                        unshown,
                        standing,
                        again));
    }

    private Stream<String> details(Deed deed) {
        return events.stream()
                .filter(event -> event.deed().equals(deed.word()))
                .map(Event::detail)
                .filter(Objects::nonNull);
    }
}

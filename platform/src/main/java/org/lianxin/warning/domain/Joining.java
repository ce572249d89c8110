package org.lianxin.warning.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WA-06: signals about one person become one episode (decision 2): the same national id, or the same phone and the same
 * name without a conflicting id, within 30 days of the episode's first or last signal. Where two different people fit, none
 * is chosen. Used by one thread for one batch.
 */
public final class Joining<E extends Joining.Known> {

    /** Signals further apart than this are two episodes. */
    public static final Duration WINDOW = Duration.ofDays(30);

    private final Map<Long, List<E>> byKey = new HashMap<>();

    /** An episode that signals may join. */
    public interface Known {
        /** Keyed token of the national id; null when no signal brought one. */
        @Nullable
        String personToken();

        Instant firstSignalAt();

        Instant lastSignalAt();
    }

    /**
     * What a signal says about whom it is about; keyed, never in clear.
     *
     * @param idKey search key of the national id
     * @param phoneNameKey search key of phone and name together
     */
    public record Person(
            @Nullable String token,
            @Nullable Long idKey,
            @Nullable Long phoneNameKey) {}

    /** Makes an episode findable under a key. */
    public void add(@Nullable Long key, E episode) {
        if (key != null) {
            List<E> known = byKey.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (!known.contains(episode)) {
                known.add(episode);
            }
        }
    }

    /** All episodes by key. */
    public Map<Long, List<E>> all() {
        return java.util.Collections.unmodifiableMap(byKey);
    }

    /** The episode a signal of that time belongs to; empty when it begins a new one. */
    public Optional<E> find(Person person, Instant at) {
        Optional<E> sameId = near(person.idKey(), at)
                .filter(each -> Objects.equals(each.personToken(), person.token()))
                .min(Comparator.comparing(each -> distance(each, at)));
        if (sameId.isPresent()) {
            return sameId;
        }
        List<E> sameName = near(person.phoneNameKey(), at)
                .filter(each -> isFree(each, person))
                .toList();
        long people = sameName.stream()
                .map(Known::personToken)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return people > 1 ? Optional.empty() : sameName.stream().min(Comparator.comparing(each -> distance(each, at)));
    }

    private java.util.stream.Stream<E> near(@Nullable Long key, Instant at) {
        return key == null
                ? java.util.stream.Stream.empty()
                : byKey.getOrDefault(key, List.of()).stream()
                        .filter(each -> distance(each, at).compareTo(WINDOW) <= 0);
    }

    private boolean isFree(E episode, Person person) {
        return episode.personToken() == null
                || person.token() == null
                || episode.personToken().equals(person.token());
    }

    private static Duration distance(Known episode, Instant at) {
        if (at.isBefore(episode.firstSignalAt())) {
            return Duration.between(at, episode.firstSignalAt());
        }
        return at.isAfter(episode.lastSignalAt()) ? Duration.between(episode.lastSignalAt(), at) : Duration.ZERO;
    }
}

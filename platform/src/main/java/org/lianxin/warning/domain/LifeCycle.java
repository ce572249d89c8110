package org.lianxin.warning.domain;

import static org.lianxin.warning.domain.EpisodeState.CLOSED;
import static org.lianxin.warning.domain.EpisodeState.FOLLOW_UP;
import static org.lianxin.warning.domain.EpisodeState.HANDING_OVER;
import static org.lianxin.warning.domain.EpisodeState.HISTORY;
import static org.lianxin.warning.domain.EpisodeState.OPEN;
import static org.lianxin.warning.domain.EpisodeState.ROUTING;
import static org.lianxin.warning.domain.EpisodeState.SEARCHING;
import static org.lianxin.warning.domain.EpisodeState.WORKING;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The life of an episode as a table: from, action, to, who. Whatever is not in it cannot happen. */
public final class LifeCycle {

    /** What can be done to an episode. */
    public enum Deed {
        ROUTE,
        CALL,
        REACHED,
        REFUSED,
        NOT_FOUND,
        HANDED_OVER,
        TAKEN_OVER,
        /** The other unit returned the order to take over. */
        NOT_TAKEN_OVER,
        PARTLY_PAID,
        NOT_BELIEVED,
        /** A fresh signal about the same person. */
        SIGNAL,
        SPLIT,
        JOIN,
        /** Money lost after the warning, told later. */
        LOSS;

        /** As in JSON: {@code not-found}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who may. */
    public enum Who {
        CLERK,
        OFFICER,
        SERVICE
    }

    public record Move(EpisodeState from, Deed deed, EpisodeState to, Set<Who> who) {}

    private static final Set<Who> CLERK = Set.of(Who.CLERK);
    private static final Set<Who> STAFF = Set.of(Who.CLERK, Who.OFFICER);
    private static final Set<Who> SERVICE = Set.of(Who.SERVICE);

    private static final List<Move> TABLE = table();

    private LifeCycle() {}

    /** All moves, for the drawing and the test that walks all pairs. */
    public static List<Move> all() {
        return TABLE;
    }

    public static Optional<Move> find(EpisodeState from, Deed deed) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.deed() == deed)
                .findFirst();
    }

    private static List<Move> table() {
        List<Move> moves = new ArrayList<>();
        moves.add(new Move(ROUTING, Deed.ROUTE, OPEN, CLERK));
        for (EpisodeState state : List.of(OPEN, WORKING, SEARCHING, FOLLOW_UP)) {
            moves.add(new Move(state, Deed.ROUTE, state, CLERK));
        }
        moves.add(new Move(OPEN, Deed.CALL, WORKING, STAFF));
        for (EpisodeState state : List.of(ROUTING, WORKING, SEARCHING, FOLLOW_UP, HANDING_OVER)) {
            moves.add(new Move(state, Deed.CALL, state, STAFF));
        }
        for (EpisodeState state : List.of(ROUTING, OPEN, WORKING, SEARCHING, FOLLOW_UP, HANDING_OVER)) {
            EpisodeState looking = state == ROUTING ? ROUTING : SEARCHING;
            moves.add(new Move(state, Deed.REACHED, CLOSED, STAFF));
            moves.add(new Move(state, Deed.REFUSED, looking, STAFF));
            moves.add(new Move(state, Deed.NOT_FOUND, looking, STAFF));
            moves.add(new Move(state, Deed.PARTLY_PAID, FOLLOW_UP, STAFF));
            moves.add(new Move(state, Deed.NOT_BELIEVED, FOLLOW_UP, STAFF));
            moves.add(new Move(state, Deed.SIGNAL, state, SERVICE));
        }
        for (EpisodeState state : List.of(ROUTING, OPEN, WORKING, SEARCHING, FOLLOW_UP)) {
            moves.add(new Move(state, Deed.HANDED_OVER, HANDING_OVER, STAFF));
            moves.add(new Move(state, Deed.SPLIT, state, CLERK));
            moves.add(new Move(state, Deed.JOIN, state, CLERK));
        }
        moves.add(new Move(HANDING_OVER, Deed.TAKEN_OVER, WORKING, SERVICE));
        moves.add(new Move(HANDING_OVER, Deed.NOT_TAKEN_OVER, WORKING, SERVICE));
        moves.add(new Move(CLOSED, Deed.CALL, CLOSED, STAFF));
        moves.add(new Move(CLOSED, Deed.LOSS, FOLLOW_UP, STAFF));
        moves.add(new Move(CLOSED, Deed.SIGNAL, OPEN, SERVICE));
        moves.add(new Move(HISTORY, Deed.SIGNAL, OPEN, SERVICE));
        for (EpisodeState state : List.of(CLOSED, HISTORY)) {
            moves.add(new Move(state, Deed.SPLIT, state, CLERK));
            moves.add(new Move(state, Deed.JOIN, state, CLERK));
        }
        return List.copyOf(moves);
    }
}

package org.lianxin.warning.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reaching a person by phone as a table: three attempts, then a message, then somebody goes there. CA-01 to CA-11. */
public final class CallSteps {

    private static final Duration BUSY_WAIT = Duration.ofMinutes(2);
    private static final Duration NO_ANSWER_WAIT = Duration.ofMinutes(10);
    private static final Duration REFUSED_WAIT = Duration.ofMinutes(5);
    private static final Duration SWITCHED_OFF_WAIT = Duration.ofMinutes(30);
    private static final Duration MESSAGE_WAIT = Duration.ofMinutes(15);
    private static final int FASTER = 5;
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    private static final List<Move> TABLE = table();

    private CallSteps() {}

    /** What is to be done next. */
    public enum Step {
        FIRST,
        SECOND,
        THIRD,
        /** A message went out; somebody goes there unless the person is spoken to in time. */
        MESSAGED,
        /** Somebody goes there; calls may still be made. */
        VISIT,
        SPOKEN;

        /** As in JSON and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** How many attempts failed before this step. */
        public int attempts() {
            return switch (this) {
                case FIRST -> 0;
                case SECOND -> 1;
                case THIRD -> 2;
                case MESSAGED, VISIT, SPOKEN -> 3;
            };
        }
    }

    /** What came of a call, or of waiting. */
    public enum Heard {
        REACHED,
        BUSY,
        NO_ANSWER,
        REFUSED,
        SWITCHED_OFF,
        WRONG_NUMBER,
        /** Nobody was spoken to while the message had its time. */
        SILENCE;

        /** As in JSON and in the database: {@code no-answer}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The result of a call that has this word. */
        public static Optional<Heard> result(String word) {
            return Arrays.stream(values())
                    .filter(each -> each != SILENCE && each.word().equals(word))
                    .findFirst();
        }
    }

    /** What the service does by itself. */
    public enum Deed {
        /** A text: we called, it was genuine, do not pay. */
        MESSAGE,
        /** Family, workplace and other numbers. */
        OTHERS,
        VISIT
    }

    /** @param pause before the next attempt, or before silence; zero where nothing is waited for */
    public record Move(Step from, Heard heard, Step to, String rule, Duration pause, Set<Deed> deeds) {}

    /** All moves, for the test that walks all pairs. */
    public static List<Move> all() {
        return TABLE;
    }

    /** The move after what was heard; empty where it means nothing. While money moves everything is faster (CA-10) and no text is sent (CA-11). */
    public static Optional<Move> next(Step from, Heard heard, boolean moneyMoving) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.heard() == heard)
                .findFirst()
                .map(move -> moneyMoving ? urgent(move) : move);
    }

    private static Move urgent(Move move) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        deeds.addAll(move.deeds());
        boolean wouldWrite = deeds.remove(Deed.MESSAGE);
        if (wouldWrite && move.to() == Step.MESSAGED) {
            deeds.add(Deed.VISIT);
            return new Move(move.from(), move.heard(), Step.VISIT, "CA-11", Duration.ZERO, deeds);
        }
        return new Move(move.from(), move.heard(), move.to(), move.rule(), faster(move.pause()), deeds);
    }

    private static Duration faster(Duration wait) {
        Duration fifth = wait.dividedBy(FASTER);
        return wait.isZero() || fifth.compareTo(SHORTEST_WAIT) > 0 ? fifth : SHORTEST_WAIT;
    }

    private static List<Move> table() {
        List<Move> moves = new ArrayList<>();
        moves.addAll(attempt(Step.FIRST, Step.SECOND));
        moves.addAll(attempt(Step.SECOND, Step.THIRD));
        for (Heard heard : List.of(Heard.BUSY, Heard.NO_ANSWER, Heard.REFUSED, Heard.SWITCHED_OFF)) {
            moves.add(new Move(Step.THIRD, heard, Step.MESSAGED, "CA-08", MESSAGE_WAIT, Set.of(Deed.MESSAGE)));
            moves.add(new Move(Step.MESSAGED, heard, Step.MESSAGED, "CA-08", Duration.ZERO, Set.of()));
            moves.add(new Move(Step.VISIT, heard, Step.VISIT, "CA-09", Duration.ZERO, Set.of()));
        }
        moves.add(new Move(Step.MESSAGED, Heard.SILENCE, Step.VISIT, "CA-09", Duration.ZERO, Set.of(Deed.VISIT)));
        for (Step step : List.of(Step.FIRST, Step.SECOND, Step.THIRD, Step.MESSAGED, Step.VISIT)) {
            moves.add(new Move(step, Heard.REACHED, Step.SPOKEN, "CA-02", Duration.ZERO, Set.of()));
            moves.add(new Move(
                    step, Heard.WRONG_NUMBER, Step.VISIT, "CA-07", Duration.ZERO, Set.of(Deed.OTHERS, Deed.VISIT)));
        }
        for (Heard heard : Heard.values()) {
            if (heard != Heard.SILENCE) {
                moves.add(new Move(Step.SPOKEN, heard, Step.SPOKEN, "CA-02", Duration.ZERO, Set.of()));
            }
        }
        return List.copyOf(moves);
    }

    private static List<Move> attempt(Step step, Step then) {
        boolean first = step == Step.FIRST;
        Set<Deed> message = first ? Set.of(Deed.MESSAGE) : Set.of();
        Set<Deed> others = first ? Set.of(Deed.OTHERS) : Set.of();
        return List.of(
                new Move(step, Heard.BUSY, then, "CA-03", BUSY_WAIT, Set.of()),
                new Move(step, Heard.NO_ANSWER, then, "CA-04", NO_ANSWER_WAIT, Set.of()),
                new Move(step, Heard.REFUSED, then, "CA-05", REFUSED_WAIT, message),
                new Move(step, Heard.SWITCHED_OFF, then, "CA-06", SWITCHED_OFF_WAIT, others));
    }
}

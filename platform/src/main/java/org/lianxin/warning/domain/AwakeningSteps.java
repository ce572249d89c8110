package org.lianxin.warning.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** 唤醒: the life of a session as a table. Four steps one after the other, none can be skipped (AW-04); it may be paused or broken off at any time. */
public final class AwakeningSteps {

    private static final List<Move> TABLE = table();

    private AwakeningSteps() {}

    /** Where a session stands: in one of the four steps, paused in one of them, or over. */
    public enum State {
        /** 安顿倾听: who the person is to us, and how they take the warning. */
        LISTENING,
        /** 知识测试. */
        TESTING,
        /** 八问和手册. */
        READING,
        /** 约定和回访. */
        AGREEING,
        PAUSED,
        DONE,
        BROKEN_OFF;

        /** The four steps, in their order. */
        public static final List<State> STEPS = List.of(LISTENING, TESTING, READING, AGREEING);

        /** As in JSON and in the database: {@code broken-off}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<State> find(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }

        public static State of(String word) {
            return find(word).orElseThrow(() -> new IllegalArgumentException("no such state: " + word));
        }

        /** From 1; 0 where it is no step. */
        public int number() {
            return STEPS.indexOf(this) + 1;
        }

        public boolean isOver() {
            return this == DONE || this == BROKEN_OFF;
        }
    }

    /** What can be done to a session. */
    public enum Deed {
        /** A specialist confirms from their own seat that they are there. */
        ARRIVE,
        /** A specialist goes. */
        LEAVE,
        /** How the person takes the warning now: what decides on the path through the content. */
        BELIEVE,
        ANSWER,
        /** A page of the handbook was gone through together. */
        SHOW,
        /** The step is finished; the next one begins. */
        FINISH,
        PAUSE,
        RESUME,
        BREAK_OFF;

        /** As in JSON: {@code break-off}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Deed> find(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    public record Move(State from, Deed deed, State to) {}

    /** All moves, for the test that walks all pairs. */
    public static List<Move> all() {
        return TABLE;
    }

    /**
     * The move that a deed makes; empty where it cannot be done. Whoever was paused goes on in the step they were in.
     *
     * @param step the step that a paused session was in; otherwise the state itself
     */
    public static Optional<Move> find(State from, Deed deed, State step) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.deed() == deed)
                .filter(move -> deed != Deed.RESUME || move.to() == step)
                .findFirst();
    }

    private static List<Move> table() {
        List<Move> moves = new ArrayList<>();
        for (State step : State.STEPS) {
            boolean first = step == State.LISTENING;
            moves.add(new Move(step, Deed.ARRIVE, step));
            moves.add(new Move(step, Deed.LEAVE, first ? step : State.PAUSED));
            moves.add(new Move(step, Deed.PAUSE, State.PAUSED));
            moves.add(new Move(step, Deed.BREAK_OFF, State.BROKEN_OFF));
            moves.add(new Move(State.PAUSED, Deed.RESUME, step));
        }
        moves.add(new Move(State.LISTENING, Deed.BELIEVE, State.LISTENING));
        moves.add(new Move(State.TESTING, Deed.ANSWER, State.TESTING));
        moves.add(new Move(State.READING, Deed.SHOW, State.READING));
        moves.add(new Move(State.LISTENING, Deed.FINISH, State.TESTING));
        moves.add(new Move(State.TESTING, Deed.FINISH, State.READING));
        moves.add(new Move(State.READING, Deed.FINISH, State.AGREEING));
        moves.add(new Move(State.AGREEING, Deed.FINISH, State.DONE));
        moves.add(new Move(State.PAUSED, Deed.ARRIVE, State.PAUSED));
        moves.add(new Move(State.PAUSED, Deed.LEAVE, State.PAUSED));
        moves.add(new Move(State.PAUSED, Deed.BREAK_OFF, State.BROKEN_OFF));
        return List.copyOf(moves);
    }
}

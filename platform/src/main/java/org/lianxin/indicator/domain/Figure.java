package org.lianxin.indicator.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** 指标: what is counted, by which rule (docs/rules/IN.md). The first is the one that matters. */
public enum Figure {
    LOST("IN-02", Measure.PER_1000),
    WARNINGS("IN-01", Measure.COUNT),
    REACHED_5("IN-03", Measure.SHARE),
    REACHED_30("IN-04", Measure.SHARE),
    BY_PHONE("IN-05", Measure.COUNT),
    BY_MESSAGE("IN-05", Measure.COUNT),
    BY_VISIT("IN-05", Measure.COUNT),
    BY_TRACK("IN-05", Measure.COUNT),
    SAVED("IN-06", Measure.COUNT),
    SAVED_FIRST("IN-06", Measure.COUNT),
    SAVED_CENTS("IN-06", Measure.CENTS),
    SAVED_FIRST_CENTS("IN-06", Measure.CENTS);

    /** How a count is read. */
    public enum Measure {
        /** So many warnings. */
        COUNT,
        /** Of all warnings, in per cent. */
        SHARE,
        /** For every thousand warnings. */
        PER_1000,
        /** Money in cents. */
        CENTS
    }

    private static final int FEWEST_FOR_PER_1000 = 100;
    private static final int FEWEST_FOR_SHARE = 20;

    private final String rule;
    private final Measure measure;

    Figure(String rule, Measure measure) {
        this.rule = rule;
        this.measure = measure;
    }

    public String rule() {
        return rule;
    }

    public Measure measure() {
        return measure;
    }

    /** As in JSON: {@code reached-5}. */
    public String word() {
        return column().replace('_', '-');
    }

    /** As in the database: {@code reached_5}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Figure> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** IN-08: money is hidden where the number of those it was saved for is. */
    public Figure hiddenWith() {
        return switch (this) {
            case SAVED_CENTS -> SAVED;
            case SAVED_FIRST_CENTS -> SAVED_FIRST;
            default -> this;
        };
    }

    /** Figures whose cells decide for themselves whether they are hidden. */
    public static List<Figure> counted() {
        return Arrays.stream(values()).filter(each -> each.hiddenWith() == each).toList();
    }

    /** The rate of a count among so many warnings; empty for a mere count, and below the fewest a rate makes sense for. */
    public Optional<Double> rate(long count, long warnings) {
        return switch (measure) {
            case SHARE -> warnings < FEWEST_FOR_SHARE ? Optional.empty() : Optional.of(100.0 * count / warnings);
            case PER_1000 -> warnings < FEWEST_FOR_PER_1000 ? Optional.empty() : Optional.of(1000.0 * count / warnings);
            case COUNT, CENTS -> Optional.empty();
        };
    }
}

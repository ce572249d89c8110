package org.lianxin.warning.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** 找人的各路: the ways in which somebody who does not answer is sought at once. Each is an order of its kind, to whoever goes that way (TK-01). */
public enum Track {
    PHONE("call", Told.WORK, false),
    OTHER_NUMBERS("call-others", Told.WORK, true),
    FAMILY("family", Told.WORK, true),
    WORK_UNIT("work-unit", Told.NAME, true),
    COMMITTEE("village-committee", Told.NAME_AND_ADDRESS, true),
    VISIT("visit", Told.WORK, false),
    PATROL("search", Told.WORK, true),
    BANK("bank-notice", Told.NAME, true);

    private final String kind;
    private final Told told;
    private final boolean openable;

    Track(String kind, Told told, boolean openable) {
        this.kind = kind;
        this.told = told;
        this.openable = openable;
    }

    /** What whoever goes this way learns of the person (TK-05). */
    public enum Told {
        /** As anybody of the house with an order about the person. */
        WORK,
        NAME,
        NAME_AND_ADDRESS;

        /** The facts a partner is given, and none else. */
        public Set<String> facts() {
            return switch (this) {
                case WORK -> Set.of();
                case NAME -> Set.of("name");
                case NAME_AND_ADDRESS -> Set.of("name", "address");
            };
        }
    }

    /** As in JSON and as the duty of the partner who goes this way: {@code work-unit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Kinds of the orders that go this way; the first is what a fresh one is. */
    public List<String> kinds() {
        return this == VISIT ? List.of(kind, "take-over") : List.of(kind);
    }

    public String kind() {
        return kind;
    }

    public Told told() {
        return told;
    }

    /** Whether somebody outside the police goes this way: told the least, whoever it is in the end. */
    public boolean isPartners() {
        return told != Told.WORK;
    }

    /** Whether it is opened when nobody answers; the call and the visit are ordered by their own rules. */
    public boolean isOpenable() {
        return openable;
    }

    public static Optional<Track> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public static Optional<Track> ofKind(String kind) {
        return Arrays.stream(values())
                .filter(each -> each.kinds().contains(kind))
                .findFirst();
    }
}

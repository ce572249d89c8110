package org.lianxin.warning.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** 三类人: by how the person takes the warning, in the words that calls and scripts have for it. Each has its own path through the content (AW-05). */
public enum AwakeningPath {
    /** 半信半疑: sees how it works first, then checks it. */
    DOUBTFUL("半信半疑"),
    /** 深信不疑: is heard first, and asked the eight questions before anything is said about the scam. */
    CONVINCED("深信不疑"),
    /** 有人在教或已转账: first what protects the money and the person now. */
    ENTANGLED("有人在教或已转账");

    private final String title;

    AwakeningPath(String title) {
        this.title = title;
    }

    /** What is gone through together in the third step. */
    public enum Page {
        /** What this scam does, step by step. */
        SCAM,
        /** What is for this category alone. */
        OWN,
        /** What can be checked together, here and now. */
        CHECK,
        /** The eight questions on the wall. */
        QUESTIONS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Page> find(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    /** As the handbook calls it. */
    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All pages, in the order of this path. */
    public List<Page> pages() {
        return switch (this) {
            case DOUBTFUL -> List.of(Page.SCAM, Page.OWN, Page.CHECK, Page.QUESTIONS);
            case CONVINCED -> List.of(Page.OWN, Page.QUESTIONS, Page.SCAM, Page.CHECK);
            case ENTANGLED -> List.of(Page.OWN, Page.CHECK, Page.SCAM, Page.QUESTIONS);
        };
    }

    /** The path of who takes it so; empty for who believes us already, and for a call that was hung up. */
    public static Optional<AwakeningPath> of(Belief belief) {
        return switch (belief) {
            case UNSURE -> Optional.of(DOUBTFUL);
            case DISBELIEVES -> Optional.of(CONVINCED);
            case COACHED, PAID -> Optional.of(ENTANGLED);
            case BELIEVES, HUNG_UP -> Optional.empty();
        };
    }
}

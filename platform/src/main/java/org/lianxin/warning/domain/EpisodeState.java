package org.lianxin.warning.domain;

import java.util.Arrays;
import java.util.Locale;

/** Where an episode stands. The moves between the states are {@link LifeCycle}. */
public enum EpisodeState {
    /** 待定址: nobody knows yet which unit answers for the address. */
    ROUTING,
    /** 待处置. */
    OPEN,
    /** 劝阻中. */
    WORKING,
    /** 查找中: refused or not found; somebody else is looking. */
    SEARCHING,
    /** 移交中: the other unit has not signed yet. */
    HANDING_OVER,
    /** 跟进中: paid in part, or does not believe. */
    FOLLOW_UP,
    /** 已办结. */
    CLOSED,
    /** 历史: came in too late to be work. */
    HISTORY;

    /** As in JSON and in the database: {@code handing-over}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static EpisodeState of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state: " + word));
    }

    public boolean isOpen() {
        return this != CLOSED && this != HISTORY;
    }
}

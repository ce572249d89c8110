package org.lianxin.warning.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 信不信: how the person takes what we say. Each has a branch in every script, a key of its own (1 to 6), and is kept with the call. */
public enum Belief {
    BELIEVES("相信"),
    UNSURE("半信半疑"),
    DISBELIEVES("不相信"),
    COACHED("有人在教"),
    PAID("已转账"),
    HUNG_UP("挂断了");

    private final String title;

    Belief(String title) {
        this.title = title;
    }

    /** As scripts and screens call it. */
    public String title() {
        return title;
    }

    /** As in JSON and in the database: {@code hung-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Belief> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}

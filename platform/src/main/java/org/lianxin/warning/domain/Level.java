package org.lianxin.warning.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lianxin.shared.Texts;

/** 风险等级, as the source states it. */
public enum Level {
    HIGH(0, "high"),
    MEDIUM(1, "medium"),
    LOW(2, "low");

    private static final Map<String, Level> WORDS = Map.ofEntries(
            Map.entry("high", HIGH),
            Map.entry("h", HIGH),
            Map.entry("高", HIGH),
            Map.entry("高危", HIGH),
            Map.entry("高级", HIGH),
            Map.entry("高等", HIGH),
            Map.entry("极高", HIGH),
            Map.entry("紧急", HIGH),
            Map.entry("特急", HIGH),
            Map.entry("红色", HIGH),
            Map.entry("红", HIGH),
            Map.entry("一级", HIGH),
            Map.entry("1级", HIGH),
            Map.entry("medium", MEDIUM),
            Map.entry("m", MEDIUM),
            Map.entry("中", MEDIUM),
            Map.entry("中危", MEDIUM),
            Map.entry("中级", MEDIUM),
            Map.entry("中等", MEDIUM),
            Map.entry("橙色", MEDIUM),
            Map.entry("黄色", MEDIUM),
            Map.entry("二级", MEDIUM),
            Map.entry("2级", MEDIUM),
            Map.entry("low", LOW),
            Map.entry("l", LOW),
            Map.entry("低", LOW),
            Map.entry("低危", LOW),
            Map.entry("低级", LOW),
            Map.entry("低等", LOW),
            Map.entry("一般", LOW),
            Map.entry("蓝色", LOW),
            Map.entry("三级", LOW),
            Map.entry("3级", LOW));

    private final int code;
    private final String word;

    Level(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** As in the database; the highest is 0. */
    public int code() {
        return code;
    }

    public static Level ofCode(int code) {
        return switch (code) {
            case 0 -> HIGH;
            case 1 -> MEDIUM;
            case 2 -> LOW;
            default -> throw new IllegalArgumentException("no such level: " + code);
        };
    }

    /** As written in JSON. */
    public String word() {
        return word;
    }

    /** The level that people mean by {@code text}: 高危, 高风险, 一级, high, …; bare digits are too ambiguous to guess. */
    public static Optional<Level> find(String text) {
        Level exact = WORDS.get(text);
        if (exact != null) {
            return Optional.of(exact);
        }
        String plain = Texts.halfWidth(text).replaceAll("[\\s（）()]", "").toLowerCase(Locale.ROOT);
        String stem = plain.replaceAll("(风险|预警|等级|级别)+$", "").replaceAll("^(风险)+", "");
        return Optional.ofNullable(WORDS.getOrDefault(plain, WORDS.get(stem)));
    }
}

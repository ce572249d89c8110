package org.lianxin.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words after the name of a benchmark: {@code --name value} and {@code --flag}. */
public final class Options {

    private static final Set<String> FLAGS = Set.of("quick", "keep", "profile");
    private static final Set<String> VALUES = Set.of(
            "data",
            "rounds",
            "seconds",
            "rate",
            "connections",
            "seed",
            "history",
            "episodes",
            "signals",
            "clerks",
            "rows",
            "service",
            "times",
            "json");

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException naming the word that is not understood */
    public static Options of(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.startsWith("--") ? word.substring(2) : "";
            if (FLAGS.contains(name)) {
                values.put(name, "true");
            } else if (VALUES.contains(name) && i + 1 < words.size()) {
                values.put(name, words.get(++i));
            } else {
                throw new IllegalArgumentException("not understood: " + word + ". Maybe a value is missing; --"
                        + String.join(", --", FLAGS.stream().sorted().toList()) + " take none");
            }
        }
        return new Options(values);
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    public @Nullable String find(String name) {
        return values.get(name);
    }

    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        String text = values.get(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}

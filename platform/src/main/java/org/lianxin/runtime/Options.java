package org.lianxin.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command, as {@code --name value} pairs. */
record Options(Map<String, String> values) {

    static Options of(List<String> arguments, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!known.contains(name) || i + 1 == arguments.size()) {
                throw new StartRefused("cannot make sense of " + name, "./lianxin help shows how it is written");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new Options(Map.copyOf(values));
    }

    String get(String name) {
        return find(name)
                .orElseThrow(() -> new StartRefused(name + " is missing", "./lianxin help shows how it is written"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}

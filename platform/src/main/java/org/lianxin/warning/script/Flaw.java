package org.lianxin.warning.script;

import java.util.List;

/**
 * Why a text is no script yet. The sentence is {@code warning.script-flaw.<code>}.
 *
 * @param line from 1; 0 where something is missing altogether
 * @param arguments of the sentence
 */
public record Flaw(int line, String code, List<String> arguments) {

    public Flaw {
        arguments = List.copyOf(arguments);
    }

    static Flaw of(int line, String code, Object... arguments) {
        return new Flaw(
                line,
                code,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}

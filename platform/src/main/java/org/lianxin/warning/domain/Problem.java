package org.lianxin.warning.domain;

import java.util.List;

/**
 * Why a row or a signal cannot be taken, cell by cell. The sentence is {@code warning.problem.<code>}.
 *
 * @param field JSON name of the field, or the source's own header
 * @param code stable
 * @param arguments of the sentence; never personal data
 */
public record Problem(String field, String code, List<String> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(Field field, String code, String... arguments) {
        return new Problem(field.json(), code, List.of(arguments));
    }
}

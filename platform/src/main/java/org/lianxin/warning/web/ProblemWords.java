package org.lianxin.warning.web;

import java.util.List;
import java.util.Map;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Problem;

/** A problem as a sentence that says what to do, in the reader's language. */
final class ProblemWords {

    private ProblemWords() {}

    static String say(String code, List<String> arguments) {
        String key = "warning.problem." + code;
        return Words.say(key, arguments.toArray());
    }

    static List<Map<String, String>> errors(List<Problem> problems) {
        return problems.stream()
                .map(each -> Map.of(
                        "field", each.field(), "code", each.code(), "message", say(each.code(), each.arguments())))
                .toList();
    }
}

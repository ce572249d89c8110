package org.lianxin.warning.awakening;

import java.util.List;

/**
 * A question of the knowledge test. Exactly one option is right.
 *
 * @param right index of the right option
 * @param why the right answer is right; told after the answer
 */
public record Question(String text, List<String> options, int right, String why) {

    public Question {
        options = List.copyOf(options);
        if (right < 0 || right >= options.size()) {
            throw new IllegalArgumentException(text + " has no right option " + right);
        }
    }
}

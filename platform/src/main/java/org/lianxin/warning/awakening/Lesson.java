package org.lianxin.warning.awakening;

import java.util.List;
import java.util.Map;
import org.lianxin.warning.domain.AwakeningPath;

/**
 * The handbook and the question bank of one scam type.
 *
 * @param version counted up in the text whenever it changes; sessions keep the one they used
 * @param own for each category what is for it alone, passage by passage
 * @param checks what can be checked together, here and now
 */
public record Lesson(
        String title,
        int version,
        Map<AwakeningPath, List<String>> own,
        List<String> checks,
        List<Question> questions) {

    public Lesson {
        own = Map.copyOf(own);
        checks = List.copyOf(checks);
        questions = List.copyOf(questions);
    }
}

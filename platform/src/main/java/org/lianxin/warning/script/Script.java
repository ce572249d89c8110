package org.lianxin.warning.script;

import java.util.List;
import java.util.Map;
import org.lianxin.warning.domain.Belief;

/**
 * What is said to somebody who may be in the middle of one kind of scam. Whole by construction: {@link ScriptText} gives none
 * that lacks a branch, the eight questions or the answer to "how do I know you are the police?".
 *
 * @param what this scam does, in plain words
 * @param steps how it goes on, in order
 * @param opening the first sentences, before it is known what the person believes
 * @param branches for every belief what is said, passage by passage
 * @param answers to what people ask; the first is the one about the police
 * @param questions eight, for the person to answer to themselves
 * @param manner how to speak
 */
public record Script(
        String title,
        String what,
        List<String> steps,
        String opening,
        Map<Belief, List<String>> branches,
        List<Answer> answers,
        List<String> questions,
        List<String> manner) {

    /** What the person may ask, and what to say then. */
    public record Answer(String question, String answer) {}

    public Script {
        steps = List.copyOf(steps);
        branches = Map.copyOf(branches);
        answers = List.copyOf(answers);
        questions = List.copyOf(questions);
        manner = List.copyOf(manner);
    }
}

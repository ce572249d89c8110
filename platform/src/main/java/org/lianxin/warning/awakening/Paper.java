package org.lianxin.warning.awakening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lianxin.warning.domain.ScamType;

/**
 * AW-06: the questions of one session: three of its scam type and two general ones, their options in an order of their own. The
 * same seed draws the same paper from the same versions; both are kept, and so is the paper itself.
 *
 * @param version of the lesson of the scam type
 * @param generalVersion of the general lesson
 */
public record Paper(long seed, int version, int generalVersion, List<Question> questions) {

    static final int OF_TYPE = 3;
    static final int LENGTH = 5;

    public Paper {
        questions = List.copyOf(questions);
    }

    static Paper draw(Lessons lessons, ScamType type, long seed) {
        Random random = new Random(seed);
        Lesson own = lessons.get(type);
        Lesson general = lessons.general();
        List<Question> drawn = new ArrayList<>(some(own, type == ScamType.OTHER ? LENGTH : OF_TYPE, random));
        drawn.addAll(some(general, LENGTH - drawn.size(), random));
        return new Paper(
                seed,
                own.version(),
                general.version(),
                drawn.stream().map(each -> shuffled(each, random)).toList());
    }

    private static List<Question> some(Lesson lesson, int count, Random random) {
        List<Question> all = new ArrayList<>(lesson.questions());
        Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    private static Question shuffled(Question question, Random random) {
        List<String> options = new ArrayList<>(question.options());
        Collections.shuffle(options, random);
        String right = question.options().get(question.right());
        return new Question(question.text(), options, options.indexOf(right), question.why());
    }
}

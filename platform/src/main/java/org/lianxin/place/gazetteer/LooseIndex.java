package org.lianxin.place.gazetteer;

import java.util.function.IntConsumer;

/**
 * Finds bases by what remains of them: by folded sound, by all but one character, by the letters of their initials or
 * of their whole spelling. Answers are proposals that the caller compares.
 */
public final class LooseIndex {

    private static final int FEWEST = 3;
    private static final int MOST = 20;
    private static final int MOST_SOUNDS = 4;

    private final Bases bases;
    private final Readings readings;
    private final HashGroups bySound;
    private final HashGroups byRest;
    private final HashGroups byLetters;

    LooseIndex(Bases bases, Readings readings, int upperBases) {
        this.bases = bases;
        this.readings = readings;
        HashGroups.Pairs sounds = new HashGroups.Pairs();
        HashGroups.Pairs rests = new HashGroups.Pairs();
        HashGroups.Pairs letters = new HashGroups.Pairs();
        for (int base = 0; base < bases.size(); base++) {
            int known = base;
            walkSounds(bases.points(), bases.start(base), bases.length(base), hash -> sounds.put(hash, known));
            addRests(base, rests);
            if (base < upperBases) {
                addLetters(base, letters);
            }
        }
        bySound = HashGroups.of(sounds);
        byRest = HashGroups.of(rests);
        byLetters = HashGroups.of(letters);
    }

    private void addRests(int base, HashGroups.Pairs rests) {
        int length = bases.length(base);
        if (length < FEWEST || length > MOST) {
            return;
        }
        int from = bases.start(base);
        for (int left = 0; left < length; left++) {
            rests.put(Hashes.without(bases.points(), from, from + length, from + left), base);
        }
    }

    private void addLetters(int base, HashGroups.Pairs byLetters) {
        int initials = 0;
        int spelled = 0;
        for (int i = 0; i < bases.length(base); i++) {
            String letters = letters(bases.point(base, i));
            initials = letters.isEmpty() ? initials : Hashes.step(initials, letters.charAt(0));
            for (int j = 0; j < letters.length(); j++) {
                spelled = Hashes.step(spelled, letters.charAt(j));
            }
        }
        byLetters.put(initials, base);
        byLetters.put(spelled, base);
    }

    /** The letters of the usual reading. */
    public String letters(int point) {
        return readings.letters(readings.syllable(point, 0));
    }

    /** Gives the hash of each way the range may sound, few at most. */
    private void walkSounds(int[] points, int from, int length, IntConsumer found) {
        int[] hashes = new int[MOST_SOUNDS];
        int count = 1;
        for (int i = 0; i < length; i++) {
            count = sound(hashes, count, points[from + i]);
        }
        for (int i = 0; i < count; i++) {
            found.accept(hashes[i]);
        }
    }

    /** Adds one character to the ways a range may sound; returns how many ways there are now. */
    public int sound(int[] hashes, int count, int point) {
        int first = readings.folded(readings.syllable(point, 0));
        int total = count;
        for (int number = 1; number < Readings.MOST; number++) {
            int other = readings.folded(readings.syllable(point, number));
            boolean repeated = number == 2 && other == readings.folded(readings.syllable(point, 1));
            for (int i = 0; other != 0 && other != first && !repeated && i < count && total < hashes.length; i++) {
                hashes[total++] = Hashes.step(hashes[i], other);
            }
        }
        for (int i = 0; i < count; i++) {
            hashes[i] = Hashes.step(hashes[i], first == 0 ? point : first);
        }
        return total;
    }

    /** Bases that may sound like this, for a hash made by {@link #sound}. */
    public void listBySound(int hash, IntConsumer found) {
        bySound.list(hash, found);
    }

    /** Bases of which the range, without the position {@code left}, may be all but one character; -1 leaves none out. */
    public void listByRest(int[] points, int from, int to, int left, IntConsumer found) {
        byRest.list(Hashes.without(points, from, to, left), found);
    }

    /** Bases above the village whose initials or whole spelling may be these letters. */
    public void listByLetters(int[] points, int from, int to, IntConsumer found) {
        byLetters.list(Hashes.of(points, from, to), found);
    }

    public Readings readings() {
        return readings;
    }
}

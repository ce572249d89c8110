package org.lianxin.place.resolve;

import org.lianxin.place.gazetteer.Bases;
import org.lianxin.place.gazetteer.Readings;

/** How far a range of the text is from a base, and by which slip. Keeps its last answer. */
final class Comparison {

    static final double NO_MATCH = 99;
    private static final double HOMOPHONE = 0.6;
    private static final double DIALECT = 0.8;
    private static final double DROPPED = 0.9;
    private static final double ADDED = 1.1;
    private static final double WRONG = 1.4;

    private final Bases bases;
    private final Readings readings;
    Slip slip = Slip.NONE;
    double cost;

    Comparison(Bases bases, Readings readings) {
        this.bases = bases;
        this.readings = readings;
    }

    /** Compares and keeps slip and cost; the cost is {@link #NO_MATCH} for a name that is not meant. */
    double compare(int[] points, int from, int to, int base) {
        slip = Slip.NONE;
        cost = switch (to - from - bases.length(base)) {
            case 0 -> compareEachCharacter(points, from, to - from, base);
            case -1 -> isRest(points, from, to, base) ? slip(Slip.DROPPED, DROPPED) : NO_MATCH;
            case 1 -> isRestOfText(points, from, base) ? slip(Slip.ADDED, ADDED) : NO_MATCH;
            default -> NO_MATCH;
        };
        return cost;
    }

    private double slip(Slip found, double itsCost) {
        slip = found;
        return itsCost;
    }

    private double compareEachCharacter(int[] points, int from, int length, int base) {
        double sum = 0;
        int wrong = 0;
        for (int i = 0; i < length; i++) {
            int mine = points[from + i];
            int theirs = bases.point(base, i);
            if (mine == theirs) {
                continue;
            }
            if (readings.sounds(mine, theirs)) {
                sum += HOMOPHONE;
                slip = slip == Slip.NONE ? Slip.HOMOPHONE : slip;
            } else if (readings.soundsNear(mine, theirs)) {
                sum += DIALECT;
                slip = slip == Slip.WRONG ? slip : Slip.DIALECT;
            } else {
                sum += WRONG;
                slip = Slip.WRONG;
                wrong++;
            }
        }
        return wrong > 1 || (wrong == 1 && (length < 3 || sum > WRONG)) ? NO_MATCH : sum;
    }

    private boolean isRest(int[] points, int from, int to, int base) {
        int length = to - from;
        int i = 0;
        while (i < length && points[from + i] == bases.point(base, i)) {
            i++;
        }
        while (i < length && points[from + i] == bases.point(base, i + 1)) {
            i++;
        }
        return i == length;
    }

    private boolean isRestOfText(int[] points, int from, int base) {
        int length = bases.length(base);
        int i = 0;
        while (i < length && points[from + i] == bases.point(base, i)) {
            i++;
        }
        while (i < length && points[from + i + 1] == bases.point(base, i)) {
            i++;
        }
        return i == length;
    }
}

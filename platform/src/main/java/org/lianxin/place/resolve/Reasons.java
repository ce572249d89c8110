package org.lianxin.place.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lianxin.place.gazetteer.Gazetteer;
import org.lianxin.place.gazetteer.OtherNames.OtherName;
import org.lianxin.place.gazetteer.Points;

/** Says in a few Chinese words why a division fits a text. */
final class Reasons {

    private static final int MOST = 3;

    private final Gazetteer gazetteer;

    Reasons(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    String explain(Parse parse, int last) {
        Deque<String> reasons = new ArrayDeque<>();
        States states = parse.states;
        boolean missing = false;
        for (int state = last; state >= 0; state = states.before[state]) {
            OtherName other = states.other[state];
            if (other != null) {
                reasons.addFirst(otherName(other));
            }
            if (states.slip[state] != Slip.NONE) {
                reasons.addFirst(slip(parse, state));
            }
            Fit fit = states.fit[state];
            missing |= fit == Fit.MISSING;
            if (fit == Fit.OTHER_KIND) {
                reasons.addLast("通名不同");
            }
        }
        if (missing) {
            reasons.addLast("省略通名");
        }
        return reasons.isEmpty()
                ? "全名一致"
                : String.join("；", reasons.stream().limit(MOST).toList());
    }

    private String otherName(OtherName other) {
        String name = gazetteer.bases().text(other.base()) + gazetteer.tails().text(other.tail());
        return other.isPast() ? "旧名：" + other.untilYear() + " 年前" + name : "简称：" + name;
    }

    private String slip(Parse parse, int state) {
        States states = parse.states;
        String written = Points.text(parse.query.points, states.nameStart[state], states.baseEnd[state]);
        OtherName other = states.other[state];
        int base = other == null ? gazetteer.base(states.node[state]) : other.base();
        String meant = gazetteer.bases().text(base);
        return states.slip[state].word + "：" + written + "→" + meant;
    }
}

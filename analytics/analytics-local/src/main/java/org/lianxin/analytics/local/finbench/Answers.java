package org.lianxin.analytics.local.finbench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forms that answers share: ids as text, three decimals. */
final class Answers {
    private Answers() {}

    static double rounded(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** The quotient rounded, or -1 if there is nothing to divide by. */
    static double ratio(double part, double whole, boolean exists) {
        return exists ? rounded(part / whole) : -1;
    }

    static Map<String, Object> row(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** Count, sum and maximum of amounts. */
    static final class Sum {
        int count;
        double sum;
        double max = -1;

        void add(double amount) {
            count++;
            sum += amount;
            max = Math.max(max, amount);
        }

        double rounded() {
            return Answers.rounded(sum);
        }
    }
}

package org.lianxin.reliability;

/**
 * A figure as reliability.md asks for it.
 *
 * @param n how many were tried
 * @param failures how many of them went wrong
 */
public record Figure(String name, long n, long failures) {

    private static final double CONFIDENCE = 0.95;

    /** The share of failures that is exceeded with a probability of 5 % at most (Poisson). */
    double upperBound() {
        double low = 0;
        double high = failures + 10.0 * Math.sqrt(failures + 1.0) + 10;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (atMostFailures(middle) > 1 - CONFIDENCE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return n == 0 ? 1 : Math.min(1, high / n);
    }

    private double atMostFailures(double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int k = 1; k <= failures; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "%s: N %d, failures %d, 95 %% upper bound %.2e".formatted(name, n, failures, upperBound());
    }
}

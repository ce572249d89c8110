package org.lianxin.warning.classify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two linear models over the same features: is it a fraud at all, and which.
 *
 * @param fraud a weight for each feature, the bias last
 * @param type for each label the same
 * @param threshold the probability of fraud from which a suggestion is made
 */
record Model(double[] fraud, double[][] type, double threshold) {

    static double score(double[] weights, int[] features) {
        double sum = weights[weights.length - 1];
        for (int feature : features) {
            sum += weights[feature];
        }
        return sum;
    }

    static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    double fraud(Window window) {
        return sigmoid(score(fraud, window.features()));
    }

    /** The probability of each label, given that it is a fraud. */
    double[] types(int[] features) {
        return softmax(type, features);
    }

    static double[] softmax(double[][] weights, int[] features) {
        double[] scores = Arrays.stream(weights)
                .mapToDouble(each -> score(each, features))
                .toArray();
        double most = Arrays.stream(scores).max().orElseThrow();
        double[] parts =
                Arrays.stream(scores).map(each -> Math.exp(each - most)).toArray();
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(each -> each / sum).toArray();
    }

    static int highest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }
}

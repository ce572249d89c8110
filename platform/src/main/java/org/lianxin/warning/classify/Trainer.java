package org.lianxin.warning.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Logistic regression held near to the lexicon's priors, with signs that may not turn: what is part of a fraud can only speak for
 * one, what is ordinary only against. Each source, class and form weighs the same however many texts it has. No randomness: the same
 * data give the same bytes.
 */
final class Trainer {

    private static final int ROUNDS = 3;
    private static final int STEPS = 300;
    private static final double BIAS_PRIOR = -3.0;
    private static final double TYPE_PRIOR = 1.5;
    /** How strongly weights are held: concepts, and phrases' departures from them. */
    private final double holdConcept;

    private final double holdPhrase;
    private final Lexicon lexicon;
    private final int features;

    Trainer(Lexicon lexicon, double holdConcept, double holdPhrase) {
        this.lexicon = lexicon;
        this.holdConcept = holdConcept;
        this.holdPhrase = holdPhrase;
        features = Features.count(lexicon);
    }

    private record Read(Example example, List<Window> windows, double weight) {}

    /** One stretch with what it stands for. */
    private record Sample(int[] features, int label, double weight) {}

    Model train(List<Example> examples, double threshold) {
        List<Read> read = read(examples);
        double[] fraud = prior();
        for (int round = 0; round < ROUNDS; round++) {
            double[] now = fraud;
            List<Sample> samples = read.stream()
                    .map(each -> new Sample(
                            worst(each, now).features(), each.example().isFraud() ? 1 : 0, each.weight()))
                    .toList();
            fraud = fitFraud(samples);
        }
        double[] last = fraud;
        List<Sample> frauds = read.stream()
                .filter(each -> each.example().isFraud())
                .map(each -> new Sample(
                        worst(each, last).features(),
                        ScamLabel.ALL.indexOf(each.example().label().orElseThrow()),
                        each.weight()))
                .toList();
        return new Model(fraud, fitTypes(frauds), threshold);
    }

    private List<Read> read(List<Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        examples.forEach(each -> counts.merge(stratum(each), 1, Integer::sum));
        double share = (double) examples.size() / counts.size();
        List<Read> read = new ArrayList<>();
        for (Example each : examples) {
            double weight = Math.min(4, share / counts.getOrDefault(stratum(each), 1));
            read.add(new Read(each, Window.of(PlainText.of(each.text()), lexicon), weight));
        }
        return read;
    }

    private static String stratum(Example example) {
        return example.source() + " " + example.form() + " " + example.isFraud();
    }

    private static Window worst(Read read, double[] weights) {
        return read.windows().stream()
                .max(Comparator.comparingDouble(each -> Model.score(weights, each.features())))
                .orElseThrow();
    }

    private double[] prior() {
        double[] prior = new double[features + 1];
        for (int f = 0; f < features; f++) {
            prior[f] = Features.prior(lexicon, f);
        }
        prior[features] = BIAS_PRIOR;
        return prior;
    }

    private double hold(int feature) {
        return feature == features ? 0.01 : Features.isPhrase(lexicon, feature) ? holdPhrase : holdConcept;
    }

    private double[] fitFraud(List<Sample> samples) {
        double[] prior = prior();
        double[] weights = prior.clone();
        double[] curvature = curvature(samples);
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[features + 1];
            for (Sample each : samples) {
                double error = (Model.sigmoid(Model.score(weights, each.features())) - each.label()) * each.weight();
                add(slope, each.features(), error);
            }
            move(weights, prior, slope, curvature);
            for (int f = 0; f < features; f++) {
                weights[f] = allowed(f, weights[f]);
            }
        }
        return weights;
    }

    private double allowed(int feature, double weight) {
        if (Features.isPhrase(lexicon, feature)) {
            return Math.clamp(weight, -2, 2);
        }
        return Features.prior(lexicon, feature) >= 0 ? Math.max(0, weight) : Math.min(0, weight);
    }

    private double[][] fitTypes(List<Sample> samples) {
        int labels = ScamLabel.values().length;
        double[][] prior = new double[labels][features + 1];
        for (int c = 0; c < lexicon.concepts().size(); c++) {
            for (ScamLabel label : lexicon.concepts().get(c).labels()) {
                prior[ScamLabel.ALL.indexOf(label)][c] = TYPE_PRIOR;
            }
        }
        double[][] weights = Arrays.stream(prior).map(double[]::clone).toArray(double[][]::new);
        double[] curvature = curvature(samples);
        for (int step = 0; step < STEPS; step++) {
            double[][] slope = new double[labels][features + 1];
            for (Sample each : samples) {
                double[] parts = Model.softmax(weights, each.features());
                for (int label = 0; label < labels; label++) {
                    double error = (parts[label] - (label == each.label() ? 1 : 0)) * each.weight();
                    add(slope[label], each.features(), error);
                }
            }
            for (int label = 0; label < labels; label++) {
                move(weights[label], prior[label], slope[label], curvature);
            }
        }
        return weights;
    }

    private static void add(double[] slope, int[] present, double error) {
        for (int feature : present) {
            slope[feature] += error;
        }
        slope[slope.length - 1] += error;
    }

    /** An upper bound of the second derivative along each weight, so that every step goes down. */
    private double[] curvature(List<Sample> samples) {
        double[] curvature = new double[features + 1];
        for (Sample each : samples) {
            add(curvature, each.features(), 0.25 * each.weight() * (each.features().length + 1));
        }
        return curvature;
    }

    private void move(double[] weights, double[] prior, double[] slope, double[] curvature) {
        IntStream.rangeClosed(0, features).forEach(f -> {
            double hold = hold(f);
            double gradient = slope[f] + hold * (weights[f] - prior[f]);
            weights[f] -= gradient / (curvature[f] + hold);
        });
    }
}

package org.lianxin.warning.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The model as a table that people can read: a line for each feature with its weight for fraud and for each label. Features are
 * called by name, so that a changed lexicon is noticed.
 */
final class ModelFile {

    private static final String RESOURCE = "/warning/classify/model.tsv";
    private static final String BIAS = "(bias)";
    private static final String THRESHOLD = "(threshold)";

    private ModelFile() {}

    static Model load(Lexicon lexicon) {
        try (InputStream in = ModelFile.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8))) {
            return read(lexicon, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model read(Lexicon lexicon, List<String> lines) {
        Map<String, double[]> rows = new HashMap<>();
        for (String line : lines) {
            String[] column = line.split("\t", -1);
            double[] numbers = new double[column.length - 1];
            for (int i = 1; i < column.length; i++) {
                numbers[i - 1] = column[i].isEmpty() ? 0 : Double.parseDouble(column[i]);
            }
            rows.put(column[0], numbers);
        }
        int labels = ScamLabel.values().length;
        int features = Features.count(lexicon);
        double[] fraud = new double[features + 1];
        double[][] type = new double[labels][features + 1];
        for (int f = 0; f <= features; f++) {
            String name = f < features ? Features.name(lexicon, f) : BIAS;
            double[] row = rows.get(name);
            if (row == null || row.length != labels + 1) {
                throw new IllegalStateException("The model does not know " + name
                        + ". Maybe concepts.tsv was changed without ./lianxin warning train.");
            }
            fraud[f] = row[0];
            for (int label = 0; label < labels; label++) {
                type[label][f] = row[label + 1];
            }
        }
        return new Model(fraud, type, Objects.requireNonNull(rows.get(THRESHOLD), THRESHOLD)[0]);
    }

    static String write(Lexicon lexicon, Model model) {
        StringBuilder text = new StringBuilder();
        int features = Features.count(lexicon);
        for (int f = 0; f <= features; f++) {
            text.append(f < features ? Features.name(lexicon, f) : BIAS);
            text.append('\t').append(number(model.fraud()[f]));
            for (double[] label : model.type()) {
                text.append('\t').append(number(label[f]));
            }
            text.append('\n');
        }
        return text.append(THRESHOLD)
                .append('\t')
                .append(number(model.threshold()))
                .append('\n')
                .toString();
    }

    private static String number(double value) {
        return Math.abs(value) < 0.0005 ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}

package org.lianxin.warning.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How a model does on texts it has not seen.
 *
 * @param group what the texts have in common
 * @param frauds how many are fraud, {@code recognised} of them seen as some fraud, {@code typed} with the right type
 * @param ordinary how many are not, {@code falseAlarms} of them suspected all the same
 */
record Figures(String group, int frauds, int recognised, int typed, int ordinary, int falseAlarms) {

    static Figures of(String group, ScamClassifier classifier, List<Example> examples) {
        int[] count = new int[5];
        for (Example each : examples) {
            Suggestion suggestion = classifier.classify(each.text());
            boolean suspected = suggestion.label().isPresent();
            if (each.isFraud()) {
                count[0]++;
                count[1] += suspected ? 1 : 0;
                count[2] += suggestion.label().equals(each.label()) ? 1 : 0;
            } else {
                count[3]++;
                count[4] += suspected ? 1 : 0;
            }
        }
        return new Figures(group, count[0], count[1], count[2], count[3], count[4]);
    }

    /** Figures for each value of {@code group}, in the order of the examples. */
    static List<Figures> by(Function<Example, String> group, ScamClassifier classifier, List<Example> examples) {
        Map<String, List<Example>> groups = new LinkedHashMap<>();
        for (Example each : examples) {
            groups.computeIfAbsent(group.apply(each), name -> new ArrayList<>()).add(each);
        }
        return groups.entrySet().stream()
                .map(each -> of(each.getKey(), classifier, each.getValue()))
                .toList();
    }

    double recall() {
        return frauds == 0 ? 1 : (double) recognised / frauds;
    }

    double typeAccuracy() {
        return frauds == 0 ? 1 : (double) typed / frauds;
    }

    double falseAlarmRate() {
        return ordinary == 0 ? 0 : (double) falseAlarms / ordinary;
    }

    static String heading(String title) {
        return "| " + title
                + " | frauds | recognised | right type | ordinary | false alarms |\n|---|---|---|---|---|---|\n";
    }

    String row() {
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        group,
                        frauds == 0 ? "" : frauds,
                        frauds == 0 ? "" : percent(recall()),
                        frauds == 0 ? "" : percent(typeAccuracy()),
                        ordinary == 0 ? "" : ordinary,
                        ordinary == 0 ? "" : percent(falseAlarmRate()))
                .replace("\r", "");
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}

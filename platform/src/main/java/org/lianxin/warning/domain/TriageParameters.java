package org.lianxin.warning.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/** The weights of one version of the triage rules, by rule id and name. Complete, each 0..100, together at most 100. */
public record TriageParameters(Map<String, Map<String, Integer>> byRule) {

    /** Version 1. */
    public static final TriageParameters FIRST = new TriageParameters(first());

    public TriageParameters {
        Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
        byRule.forEach((rule, weights) -> copy.put(rule, Map.copyOf(weights)));
        byRule = java.util.Collections.unmodifiableMap(copy);
        check(byRule);
    }

    int weight(String rule, String name) {
        return byRule.getOrDefault(rule, Map.of()).getOrDefault(name, 0);
    }

    private static void check(Map<String, Map<String, Integer>> byRule) {
        int most = 0;
        for (var known : first().entrySet()) {
            Map<String, Integer> weights = byRule.getOrDefault(known.getKey(), Map.of());
            if (!weights.keySet().equals(known.getValue().keySet())) {
                throw new IllegalArgumentException(
                        known.getKey() + " needs exactly " + known.getValue().keySet());
            }
            if (weights.values().stream().anyMatch(weight -> weight < 0 || weight > 100)) {
                throw new IllegalArgumentException(known.getKey() + " has a weight outside 0..100: " + weights);
            }
            most += known.getKey().equals("TR-06")
                    ? weights.getOrDefault("most", 0)
                    : weights.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0);
        }
        if (byRule.size() != first().size() || most > 100) {
            throw new IllegalArgumentException(
                    "the highest weights of the rules add up to " + most + ", more than 100");
        }
    }

    private static Map<String, Map<String, Integer>> first() {
        Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
        all.put("TR-01", Map.of("high", 40, "medium", 20, "low", 5));
        all.put("TR-02", Map.of("10min", 10, "1h", 8, "6h", 5, "24h", 2));
        all.put("TR-03", Map.of("moving", 20));
        all.put("TR-04", Map.of("500000yuan", 15, "100000yuan", 12, "10000yuan", 6, "stated", 2));
        all.put("TR-05", Map.of("stated", 8));
        all.put("TR-06", Map.of("each", 3, "most", 7));
        return all;
    }
}

package org.lianxin.warning.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.TriageParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The version of the triage rules that is live; looked up again every second. Call inside a transaction. */
@Component
public class RuleBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long NANOS = 1_000_000_000L;

    private final JdbcClient jdbc;
    private volatile @Nullable Live known;

    RuleBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param readAt by {@link System#nanoTime} */
    public record Live(int version, TriageParameters parameters, long readAt) {}

    public Live live() {
        Live last = known;
        if (last == null || System.nanoTime() - last.readAt() > NANOS) {
            last = jdbc.sql("select version, parameters::text from warning.rule_version where state = 'live'")
                    .query((row, n) -> new Live(row.getInt(1), parse(row.getString(2)), System.nanoTime()))
                    .single();
            known = last;
        }
        return last;
    }

    /** Weights from their JSON; throws IllegalArgumentException when they are not complete or too high. */
    public static TriageParameters parse(String json) {
        Map<String, Map<String, Integer>> byRule = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> rule : JSON.readTree(json).properties()) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            rule.getValue()
                    .properties()
                    .forEach(each -> weights.put(each.getKey(), each.getValue().asInt()));
            byRule.put(rule.getKey(), weights);
        }
        return new TriageParameters(byRule);
    }
}

package org.lianxin.analytics.local.finbench;

import java.math.BigDecimal;
import org.lianxin.analytics.api.EvidenceProblem;
import tools.jackson.databind.JsonNode;

/** The parameters of one read. */
record Question(JsonNode json) {
    String name() {
        return text("q");
    }

    long id(String name) {
        return Long.parseLong(text(name));
    }

    double number(String name) {
        return new BigDecimal(text(name)).doubleValue();
    }

    long start() {
        return Snapshot.moment(text(json.has("start") ? "start" : "startTime"));
    }

    long end() {
        return Snapshot.moment(text(json.has("end") ? "end" : "endTime"));
    }

    private String text(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            throw new EvidenceProblem("finbench", "The parameter %s is missing in %s.".formatted(name, json));
        }
        return value.asString();
    }
}

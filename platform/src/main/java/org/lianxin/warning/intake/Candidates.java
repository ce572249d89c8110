package org.lianxin.warning.intake;

import org.jspecify.annotations.Nullable;
import org.lianxin.place.Candidate;
import org.lianxin.warning.intake.Routing.Route;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The divisions an unclear address may mean, as stored for the routing queue. */
final class Candidates {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Candidates() {}

    static @Nullable String json(Route route) {
        if (!(route instanceof Route.Unclear unclear)) {
            return null;
        }
        ArrayNode all = JSON.createArrayNode();
        for (Candidate candidate : unclear.candidates()) {
            all.addObject()
                    .put("code", candidate.code())
                    .put("name", candidate.name())
                    .put("score", candidate.score())
                    .put("why", candidate.why());
        }
        return all.toString();
    }
}

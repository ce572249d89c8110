package org.lianxin.analytics.local;

import java.io.IOException;
import java.nio.file.Path;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.GraphEngine;

/** {@code trace}, {@code link} and {@code find} on any engine, with the same files as answer. */
public final class EngineWords {
    private EngineWords() {}

    /** Opens an engine on the case of a folder. */
    public interface Opening {
        /** {@link EvidenceProblem} if there is no case or its authority has expired. */
        GraphEngine open(Path caseFolder) throws IOException;
    }

    /** The word of this name. */
    public static EvidenceCommand.Word of(String name, Opening opening) {
        return (options, out) -> {
            try (var engine = opening.open(options.path("case"))) {
                switch (name) {
                    case "trace" -> TraceCommand.answer(engine, options, out);
                    case "link" -> LinkCommand.answer(engine, options, out);
                    case "find" -> FindCommand.answer(engine, options, out);
                    default ->
                        throw new EvidenceProblem(
                                "command", "This engine knows import, trace, link and find, not %s.".formatted(name));
                }
            }
        };
    }
}

package org.lianxin.analytics.local.finbench;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;
import tools.jackson.databind.JsonNode;

/** Answers the twelve complex and six simple reads of LDBC FinBench, untruncated; intervals exclude both ends. */
public final class FinBench {
    private final TracingReads tracing;
    private final CountingReads counting;
    private final SimpleReads simple;

    private FinBench(FinGraph graph) {
        tracing = new TracingReads(graph);
        counting = new CountingReads(graph);
        simple = new SimpleReads(graph);
    }

    /** Reads a snapshot into memory. */
    public static FinBench open(Path snapshot) throws IOException {
        return new FinBench(Snapshot.read(snapshot));
    }

    /** The answer to one read, ready to be written as JSON. */
    public @Nullable Object answer(JsonNode parameters) {
        var question = new Question(parameters);
        return switch (question.name()) {
            case "TCR1" -> tracing.blockedMedia(question);
            case "TCR2" -> tracing.loansBehind(question);
            case "TCR3" -> tracing.shortestPath(question);
            case "TCR4" -> counting.triangles(question);
            case "TCR5" -> tracing.traces(question);
            case "TCR6" -> counting.withdrawals(question);
            case "TCR7" -> counting.inOverOut(question);
            case "TCR8" -> tracing.loanTrace(question);
            case "TCR9" -> counting.loanRatios(question);
            case "TCR10" -> counting.similarity(question);
            case "TCR11" -> counting.guaranteeChain(question);
            case "TCR12" -> counting.toCompanies(question);
            case "TSR1" -> simple.account(question);
            case "TSR2" -> simple.totals(question);
            case "TSR3" -> simple.blockedShare(question);
            case "TSR4" -> simple.byOther(question, true);
            case "TSR5" -> simple.byOther(question, false);
            case "TSR6" -> simple.sameSources(question);
            default ->
                throw new EvidenceProblem(
                        "finbench",
                        "There is no read %s; known are TCR1 to TCR12 and TSR1 to TSR6.".formatted(question.name()));
        };
    }
}

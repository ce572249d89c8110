package org.lianxin.analytics.api;

/**
 * The questions a case is asked. Every engine gives the same answer to the cent and to the byte; none changes the case.
 * Safe for use by several threads.
 */
public interface GraphEngine extends AutoCloseable {
    /** Follows the money of the seeds. Fails with {@link EvidenceProblem} for a seed that the case does not hold. */
    TraceFinding trace(TraceSpec spec);

    /** Joins accounts over what they share. */
    LinkFinding link(LinkSpec spec);

    /** Finds patterns in the flow. */
    PatternFinding find(PatternSpec spec);

    @Override
    void close();
}

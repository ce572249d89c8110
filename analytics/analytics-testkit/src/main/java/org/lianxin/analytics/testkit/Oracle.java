package org.lianxin.analytics.testkit;

import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.api.TraceSpec;

/** The slow, obvious engine: what the rules say, word for word, over all transfers and all accounts. */
public final class Oracle implements GraphEngine {
    private final Evidence evidence;

    public Oracle(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public TraceFinding trace(TraceSpec spec) {
        return new OracleTrace(evidence, spec).run();
    }

    @Override
    public LinkFinding link(LinkSpec spec) {
        return OracleLinks.link(evidence, spec);
    }

    @Override
    public PatternFinding find(PatternSpec spec) {
        return new OraclePatterns(evidence, spec).find();
    }

    @Override
    public void close() {
        // nothing is open
    }
}

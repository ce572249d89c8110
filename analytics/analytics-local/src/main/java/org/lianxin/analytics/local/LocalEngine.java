package org.lianxin.analytics.local;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.imports.CaseView;

/** The default engine: kernels on the mapped index, in this process. */
public final class LocalEngine implements GraphEngine {
    private final CaseView view;
    private final Runnable closing;

    private LocalEngine(CaseView view, Runnable closing) {
        this.view = view;
        this.closing = closing;
    }

    /** Opens a case folder, in yuan; refuses with {@link EvidenceProblem} when its authority has expired. */
    public static LocalEngine open(Path caseFolder, Clock clock) {
        return open(caseFolder, clock, null);
    }

    /** The same in a currency: they are never added up. */
    static LocalEngine open(Path caseFolder, Clock clock, @Nullable String currency) {
        var index = CaseIndex.open(caseFolder);
        try {
            checkInForce(index, clock);
            return new LocalEngine(CurrencyView.of(index, currency), index::close);
        } catch (EvidenceProblem refused) {
            index.close();
            throw refused;
        }
    }

    /** An engine on a case that somebody else opened and closes. */
    public static LocalEngine on(CaseView view) {
        return new LocalEngine(view, () -> {});
    }

    /** Fails with {@link EvidenceProblem} once the authority of the case has expired. */
    static void checkInForce(CaseIndex index, Clock clock) {
        var authority = index.authority();
        if (authority != null) {
            Authorities.checkInForce(authority, clock);
        }
    }

    @Override
    public TraceFinding trace(TraceSpec spec) {
        return new Traces(view).trace(spec);
    }

    @Override
    public LinkFinding link(LinkSpec spec) {
        return new Links(view).link(spec);
    }

    @Override
    public PatternFinding find(PatternSpec spec) {
        return new Patterns(view).find(spec);
    }

    @Override
    public void close() {
        closing.run();
    }
}

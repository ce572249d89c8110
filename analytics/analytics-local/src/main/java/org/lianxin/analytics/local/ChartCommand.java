package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.local.chart.Flows;
import org.lianxin.analytics.local.chart.Png;
import org.lianxin.analytics.local.chart.Svg;
import org.lianxin.analytics.local.chart.View;
import org.lianxin.analytics.local.chart.Words;

/** {@code chart}: the picture of a traced flow for the wall, as SVG or PNG. */
final class ChartCommand implements EvidenceCommand.Word {
    private final Clock clock;

    ChartCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        Path file = options.path("out");
        try (var engine = LocalEngine.open(options.path("case"), clock, options.currency())) {
            var trace = engine.trace(question(options));
            var view = new View(
                    options.number("per-layer", View.WHOLE.perLayer()), options.moment("until", View.WHOLE.until()));
            var flows = Flows.of(trace, view);
            var words = Words.of(options.find("lang").orElse("zh"));
            if (file.toString().endsWith(".png")) {
                Png.write(flows, words, file);
            } else {
                Files.writeString(file, Svg.forTheWall(flows, words));
            }
            out.println(file);
        }
    }

    /** The question on the command line, or the one that was asked last. */
    static TraceSpec question(Options options) throws IOException {
        Path folder = options.path("case");
        if (options.has("seeds") || options.has("account")) {
            return TraceCommand.spec(options, false);
        }
        return LastTrace.find(folder)
                .orElseThrow(() -> new EvidenceProblem(
                        "seeds",
                        "No money has been traced in %s yet: give --seeds FILE or --account ID.".formatted(folder)));
    }
}

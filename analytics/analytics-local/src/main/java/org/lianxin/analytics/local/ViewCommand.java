package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.local.chart.ViewServer;

/** {@code view}: the chart in the browser of this machine, until Ctrl+C. */
final class ViewCommand implements EvidenceCommand.Word {
    private final Clock clock;

    ViewCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        try (var engine = LocalEngine.open(options.path("case"), clock, options.currency());
                var index = CaseIndex.open(options.path("case"))) {
            var trace = engine.trace(ChartCommand.question(options));
            try (var server = ViewServer.start(
                    index, trace, options.number("port", 0), () -> LocalEngine.checkInForce(index, clock))) {
                out.println(server.address() + "   (Ctrl+C 结束 ends it)");
                out.flush();
                server.await();
            }
        }
    }
}

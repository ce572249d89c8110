package org.lianxin.analytics.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.core.trace.Flow;
import org.lianxin.analytics.core.trace.TraceLimits;
import org.lianxin.analytics.core.trace.Tracer;
import org.lianxin.analytics.imports.CaseIndex;

/** One victim after another on an open case, by the kernel. */
final class WarmTraces {
    private final Flow flow;
    private final TraceLimits limits;
    private final List<Map<Integer, Long>> seeds;

    WarmTraces(CaseIndex index, List<Seed> seeds) {
        var transfers = index.transfers();
        flow = Flow.forward(transfers, index.outgoing(), index.incoming());
        limits = new TraceLimits(0, transfers.size(), 86_400_000L, 10, 1000);
        this.seeds =
                index
                        .findTransfers(seeds.stream().map(Seed::transactionId).collect(Collectors.toSet()))
                        .values()
                        .stream()
                        .map(transfer -> Map.of(transfer, transfers.amount().get(transfer)))
                        .toList();
    }

    /** Microseconds of each, after as many unmeasured. */
    long[] run(int count) {
        long[] micros = new long[count];
        for (int round = -count; round < count; round++) {
            long started = System.nanoTime();
            Tracer.trace(flow, limits, Tracer.Kind.WINDOWED, seeds.get(Math.floorMod(round, seeds.size())), null);
            if (round >= 0) {
                micros[round] = (System.nanoTime() - started) / 1000;
            }
        }
        return micros;
    }
}

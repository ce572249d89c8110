package org.lianxin.bench.intake;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.lianxin.bench.instance.ServiceProcess;
import org.lianxin.bench.load.CpuMeter;
import org.lianxin.bench.load.HttpRequest;
import org.lianxin.bench.load.Load;
import org.lianxin.bench.load.LoadResult;

/** One of the two that are compared: where it listens, what it is sent, whose processor time it uses. */
record Side(String name, URI url, SignalStream signals, CpuMeter service, CpuMeter database) {

    private static final Duration WARM_STEP = Duration.ofSeconds(2);
    private static final int WARM_SIGNALS = 12_000;
    private static final Duration WARM_AT_MOST = Duration.ofSeconds(40);

    static Side ours(ServiceProcess service, String token, long seed) {
        HttpRequest requests = new HttpRequest(service.url(), List.of("Authorization: Bearer " + token));
        return new Side(
                "lianxin",
                service.url(),
                new SignalStream(seed, "L", requests, "/api/warning/signals"),
                new CpuMeter(service.pid()),
                new CpuMeter(service.postgresPid()));
    }

    /** Until the compilers have seen enough signals, or for so long at most. */
    void warmUp(int connections) {
        long end = System.nanoTime() + WARM_AT_MOST.toNanos();
        while (signals.acknowledgedCount() < WARM_SIGNALS && System.nanoTime() < end) {
            closed(WARM_STEP, connections);
            if (signals.acknowledgedCount() == 0) {
                throw new IllegalStateException(name + " takes nothing: " + signals.complaint());
            }
        }
    }

    Round closed(Duration length, int connections) {
        return measured(() -> new Load(url, connections).closed(length, signals));
    }

    Round open(Duration length, int connections, double perSecond, long seed) {
        return measured(() -> new Load(url, connections).open(length, perSecond, seed, signals));
    }

    private Round measured(Supplier<LoadResult> work) {
        double serviceBefore = service.ownSeconds();
        double databaseBefore = database.familySeconds();
        double generatorBefore = CpuMeter.ofThisProcess().ownSeconds();
        LoadResult load = work.get();
        return new Round(
                load,
                service.ownSeconds() - serviceBefore,
                database.familySeconds() - databaseBefore,
                CpuMeter.ofThisProcess().ownSeconds() - generatorBefore);
    }
}

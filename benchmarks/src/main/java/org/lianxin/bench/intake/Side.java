package org.lianxin.bench.intake;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.lianxin.bench.load.CpuMeter;
import org.lianxin.bench.load.Load;
import org.lianxin.bench.load.LoadResult;

/** One of the two that are compared: where it listens, what it is sent, whose processor time it uses. */
record Side(String name, URI url, SignalStream signals, CpuMeter service, CpuMeter database) {

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

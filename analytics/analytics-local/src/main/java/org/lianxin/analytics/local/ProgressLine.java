package org.lianxin.analytics.local;

import java.io.PrintStream;
import org.lianxin.analytics.imports.Progress;

/** Says now and then how far an import is, how fast, and how long it will take. */
final class ProgressLine implements Progress {
    private static final long EVERY_NANOS = 1_000_000_000L;

    private final PrintStream out;
    private final long started = System.nanoTime();
    private String phase = "";
    private long phaseStarted = started;
    private long phaseFrom;
    private long lastSaid = started;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void at(String current, long done, long total) {
        long now = System.nanoTime();
        if (!current.equals(phase)) {
            phase = current;
            phaseStarted = now;
            phaseFrom = done;
        }
        if (now - lastSaid < EVERY_NANOS) {
            return;
        }
        lastSaid = now;
        double seconds = (now - phaseStarted) / 1e9;
        double rate = seconds > 0 ? (done - phaseFrom) / seconds : 0;
        String unit = current.equals("read") ? "MB" : "M";
        if (rate > 0 && total > 1) {
            out.printf(
                    "%s %.0f of %.0f %s, %.1f %s/s, %.0f s left%n",
                    current, done / 1e6, total / 1e6, unit, rate / 1e6, unit, (total - done) / rate);
        } else {
            out.printf("%s …, %.0f s so far%n", current, (now - started) / 1e9);
        }
    }
}

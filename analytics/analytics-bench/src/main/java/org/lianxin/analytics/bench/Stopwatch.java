package org.lianxin.analytics.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times work by the wall and by all processors of this process, and keeps the lines of the table. */
final class Stopwatch {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<String> lines = new ArrayList<>();

    /** Work that may fail: a rival that fails is shown as such. */
    interface Work {
        String run() throws Exception;
    }

    /** What one piece of work took. */
    record Taken(double wallSeconds, double cpuSeconds, boolean done) {}

    /** Does the work and writes a line; the work's answer stands at the end of it. */
    Taken time(String task, String who, Work work) {
        System.gc();
        long wall = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        String answer;
        boolean done = true;
        try {
            answer = work.run();
        } catch (Exception | OutOfMemoryError failed) {
            answer = "failed: "
                    + String.valueOf(failed.getMessage()).lines().findFirst().orElse(failed.toString());
            done = false;
        }
        var taken = new Taken((System.nanoTime() - wall) / 1e9, (PROCESS.getProcessCpuTime() - cpu) / 1e9, done);
        line("%-34s %-16s wall %9.3f s   CPU %9.3f s   %s"
                .formatted(task, who, taken.wallSeconds, taken.cpuSeconds, answer));
        return taken;
    }

    void line(String text) {
        lines.add(text);
        System.out.println(text);
    }

    /** How many times less processor time the first took. */
    void ratio(String what, Taken ours, Taken rival, double goal) {
        if (ours.done && rival.done) {
            double ratio = rival.cpuSeconds / Math.max(1e-9, ours.cpuSeconds);
            line(String.format(
                    Locale.ROOT,
                    "  -> %s: %.1f x less CPU (goal %.0f x: %s)",
                    what,
                    ratio,
                    goal,
                    ratio >= goal ? "met" : "NOT met"));
        }
    }
}

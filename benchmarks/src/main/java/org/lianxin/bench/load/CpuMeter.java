package org.lianxin.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processor time that a process, its children and the children it has buried have used, read from {@code /proc}. */
public final class CpuMeter {

    /** The kernel counts here in hundredths of a second on every architecture it supports. */
    private static final double TICKS_PER_SECOND = 100;

    private final long pid;

    public CpuMeter(long pid) {
        this.pid = pid;
    }

    public static CpuMeter ofThisProcess() {
        return new CpuMeter(ProcessHandle.current().pid());
    }

    /** Seconds used by this process alone, without children: what a JVM itself has used. */
    public double ownSeconds() {
        Stat own = Stat.of(pid);
        return (own.user + own.system) / TICKS_PER_SECOND;
    }

    /** Seconds used by this process, its living descendants and those that have ended and were waited for. */
    public double familySeconds() {
        List<Stat> all = Stat.all();
        long ticks = 0;
        List<Long> parents = new ArrayList<>(List.of(pid));
        for (int i = 0; i < parents.size(); i++) {
            long parent = parents.get(i);
            for (Stat each : all) {
                if (each.pid == parent) {
                    ticks += each.user + each.system + each.buriedUser + each.buriedSystem;
                } else if (each.parent == parent) {
                    parents.add(each.pid);
                }
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** The largest amount of memory this process has ever had resident, in bytes. */
    public long peakResidentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
            throw new IllegalStateException("the kernel names no peak for process " + pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Stat(long pid, long parent, long user, long system, long buriedUser, long buriedSystem) {

        static Stat of(long pid) {
            try {
                return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
            } catch (IOException e) {
                throw new UncheckedIOException("process " + pid + " has ended", e);
            }
        }

        static List<Stat> all() {
            List<Stat> found = new ArrayList<>();
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                for (Path each : processes.toList()) {
                    if (Character.isDigit(each.getFileName().toString().charAt(0))) {
                        try {
                            found.add(parse(Files.readString(each.resolve("stat"))));
                        } catch (IOException e) {
                            // it ended meanwhile
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return found;
        }

        private static Stat parse(String line) {
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return new Stat(
                    Long.parseLong(line.substring(0, line.indexOf(' '))),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]),
                    Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]),
                    Long.parseLong(fields[14]));
        }
    }
}

package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server process as its own file {@code postmaster.pid} describes it. The number in that file is believed only when the
 * process really works in this data folder: after a reboot it may belong to somebody else.
 */
record Postmaster(long pid, int port, boolean isReady) {

    /** What the file says, when such a server is alive. */
    static Optional<Postmaster> findIn(Path dataFolder) {
        try {
            List<String> lines = Files.readAllLines(dataFolder.resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return worksIn(pid, dataFolder) ? Optional.of(new Postmaster(pid, port, ready)) : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException | java.util.NoSuchElementException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Alive, not merely waiting for a parent to notice its end. */
    static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return false;
        }
    }

    boolean isAlive() {
        return isAlive(pid);
    }

    /** Every process, server or child, that still works in the folder. */
    static List<Long> processesIn(Path dataFolder) {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                String name = process.getFileName().toString();
                if (Character.isDigit(name.charAt(0)) && worksIn(Long.parseLong(name), dataFolder)) {
                    found.add(Long.parseLong(name));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    /** Takes away the file of a dead server, which would stop the next start if its number was given to somebody else. */
    static void forgetDead(Path dataFolder) throws IOException {
        if (processesIn(dataFolder).isEmpty()) {
            Files.deleteIfExists(dataFolder.resolve("postmaster.pid"));
        }
    }

    private static boolean worksIn(long pid, Path dataFolder) {
        try {
            Path folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
            return folder.equals(dataFolder.toRealPath()) && isAlive(pid);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }
}

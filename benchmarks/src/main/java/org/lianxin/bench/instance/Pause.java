package org.lianxin.bench.instance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A process that stands still until this is closed, so that what it would do meanwhile burdens nobody else's measurement. */
public final class Pause implements AutoCloseable {

    private final long pid;
    private final Thread atExit = new Thread(this::resume);

    private Pause(long pid) {
        this.pid = pid;
    }

    /** Stops the process of this machine with that id, which must be ours to stop. */
    public static Pause of(long pid) {
        Pause pause = new Pause(pid);
        Runtime.getRuntime().addShutdownHook(pause.atExit);
        signal("STOP", pid);
        return pause;
    }

    private void resume() {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("process " + pid + " does not take " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        resume();
    }
}

package org.lianxin.runtime;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One node as its parent sees it. What it prints once it is ready waits until its parent has said so for all. */
final class NodeProcess {

    private static final int SECONDS_TO_STOP = 20;

    private final int number;
    private final Process process;
    private final CompletableFuture<String> url = new CompletableFuture<>();
    private final CountDownLatch announced = new CountDownLatch(1);

    private NodeProcess(int number, Process process) {
        this.number = number;
        this.process = process;
    }

    static NodeProcess start(int number, List<String> command, PrintStream out) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            NodeProcess node = new NodeProcess(number, process);
            Thread.ofPlatform().daemon().name("node-" + number).start(() -> node.read(out));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(PrintStream out) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ReadyAnnouncement.READY)) {
                    url.complete(line.substring(ReadyAnnouncement.READY.length()));
                    announced.await();
                } else {
                    out.println(number == 1 ? line : "node " + number + ": " + line);
                }
            }
        } catch (IOException e) {
            // it has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            url.complete("");
        }
    }

    int number() {
        return number;
    }

    /** Waits until it is ready; empty when it ended instead. */
    String url() {
        return url.join();
    }

    /** Its parent has spoken; what it has to say follows. */
    void goOn() {
        announced.countDown();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitEnd() {
        process.onExit().join();
    }

    int status() {
        return process.exitValue();
    }

    void askToStop() {
        process.destroy();
    }

    /** Returns when it has ended, by force after a while. */
    void awaitStop() {
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

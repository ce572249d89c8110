package org.lianxin.runtime.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.StartRefused;

/** A supervisor in a JVM of its own, to be killed. Prints one line: the process id of its server, or the refusal. */
final class SupervisorInAProcess implements AutoCloseable {

    private final Process process;
    private final String line;

    private SupervisorInAProcess(Process process, String line) {
        this.process = process;
        this.line = line;
    }

    static SupervisorInAProcess start(Path data, String classPath, List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx128m", "-Duser.home=/nonexistent", "-cp", classPath, SupervisorInAProcess.class.getName()));
        command.add(data.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(new File("/dev/null"));
        Process process = builder.start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        do {
            line = reader.readLine();
        } while (line != null && !line.startsWith("> "));
        return new SupervisorInAProcess(process, line == null ? "" : line.substring(2));
    }

    static SupervisorInAProcess start(Path data) throws IOException {
        return start(data, System.getProperty("java.class.path"), List.of());
    }

    String line() {
        return line;
    }

    long serverPid() {
        return Long.parseLong(line);
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(new DataFolder(Path.of(arguments[0])), PostgresSettings.small());
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            System.out.println("> " + postgres.pid().orElseThrow());
            Thread.currentThread().join();
        } catch (StartRefused refused) {
            System.out.println("> " + refused.getMessage());
        }
    }
}

package org.lianxin.reliability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** How the service is started as a process on a BENCH instance, with the driver in it. */
final class ServiceCommand {

    private static final int LAST_LINES = 60;

    private final Path folder;
    private final String planted;
    private final Programs programs = Programs.shared();

    ServiceCommand(Path folder, String planted) throws IOException {
        this.folder = folder;
        this.planted = planted;
    }

    Path orderOracle() {
        return folder.resolve("orders.oracle");
    }

    /** What the service says about its connections, newest last; see the driver. */
    Path connections() {
        return folder.resolve("connections");
    }

    boolean isTrained() {
        return Files.exists(programs.startCache());
    }

    List<String> training() {
        return List.of("-XX:AOTCacheOutput=" + programs.startCache());
    }

    List<String> trained() {
        return List.of("-XX:AOTCache=" + programs.startCache());
    }

    /** The last lines that were printed, for a failure. */
    List<String> output() throws IOException {
        List<String> lines = Files.readAllLines(out());
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    Path out() {
        return folder.resolve("service.out");
    }

    Process start(List<String> options, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Xmx768m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-cp", programs.classPath()));
        command.addAll(List.of("org.lianxin.Lianxin", "serve-bench"));
        command.addAll(words);
        command.add("--spring.main.sources=org.lianxin.reliability.driver.DriverConfiguration");
        command.add("--reliability.oracle=" + orderOracle());
        command.add("--reliability.connections=" + connections());
        if (!planted.isEmpty()) {
            command.add("--reliability.planted=" + planted);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        // On a database of its own, also where the other tests are told to use a server.
        builder.environment().keySet().removeIf(name -> name.startsWith("LIANXIN_"));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out().toFile()))
                .redirectInput(new File("/dev/null"))
                .start();
    }

    /** The administrator of the database that works in this folder now. */
    static PGSimpleDataSource administrator(DataFolder data) throws IOException {
        List<String> pid = Files.readAllLines(EmbeddedPostgres.folderOf(data).resolve("postmaster.pid"));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/lianxin");
        source.setUser(EmbeddedPostgres.administratorOf(data).user());
        source.setPassword(EmbeddedPostgres.administratorOf(data).password());
        return source;
    }
}

package org.lianxin.bench.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.lianxin.bench.Options;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Database;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** The service, started as the script starts it, on a data folder stamped BENCH with a database of its own. */
public final class ServiceProcess implements AutoCloseable {

    private final Child child;
    private final DataFolder data;

    private ServiceProcess(Child child, DataFolder data) {
        this.child = child;
        this.data = data;
    }

    /**
     * Starts and waits until it is ready. {@code --service COMMAND} starts something else than {@code ./lianxin}.
     *
     * @param recording the file that {@code --profile} lets Java Flight Recorder write
     */
    public static ServiceProcess start(Options options, Path folder, String recording) {
        String usual =
                Path.of(System.getProperty("lianxin.home", "."), "lianxin").toString();
        List<String> command =
                new ArrayList<>(List.of(options.get("service", usual).split(" +", -1)));
        command.addAll(List.of("serve-bench", "--port", "0", "--data", folder.toString()));
        String javaOptions = options.has("profile")
                ? "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                        + Path.of(recording).toAbsolutePath()
                : "";
        DataFolder data = new DataFolder(folder);
        try {
            Files.deleteIfExists(data.running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Child child = Child.start(
                "the service", command, Map.of("LIANXIN_JAVA_OPTIONS", javaOptions), folder.resolve("service.out"));
        ServiceProcess service = new ServiceProcess(child, data);
        try {
            child.await(() -> Files.exists(data.running()));
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
        return service;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + URI.create(running("url")).getPort());
    }

    public long pid() {
        return Long.parseLong(running("pid"));
    }

    public Database database() {
        return new Database(running("jdbcUrl"), EmbeddedPostgres.ownerOf(data), EmbeddedPostgres.serviceOf(data));
    }

    /** As the owner of the tables, whom row security does not concern. */
    public DataSource owner() {
        return owner(database());
    }

    /** The same on any database. */
    public static DataSource owner(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.owner().user());
        source.setPassword(database.owner().password());
        return source;
    }

    /** Process id of the database server. */
    public long postgresPid() {
        try (Stream<Path> folders = Files.list(data.root())) {
            Optional<Path> file = folders.filter(
                            each -> each.getFileName().toString().startsWith("postgres-"))
                    .map(each -> each.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .findFirst();
            return Long.parseLong(
                    Files.readAllLines(file.orElseThrow()).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String running(String name) {
        try {
            Matcher matcher =
                    Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(Files.readString(data.running()));
            if (!matcher.find()) {
                throw new IllegalStateException("running.json has no " + name);
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}

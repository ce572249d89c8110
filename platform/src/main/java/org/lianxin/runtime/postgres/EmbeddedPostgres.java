package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Database;
import org.lianxin.runtime.FolderLock;
import org.lianxin.runtime.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a data folder, kept running. Takes over the server a killed service left behind, starts it
 * again when it dies, stops it when closed. One supervisor per data folder; a second one is refused.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    private final ServerProcess server;
    private final Cluster cluster;
    private final FolderLock lock;
    private final Thread watcher;
    private volatile boolean closing;

    private EmbeddedPostgres(ServerProcess server, Cluster cluster, FolderLock lock) {
        this.server = server;
        this.cluster = cluster;
        this.lock = lock;
        this.watcher = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    }

    /**
     * Starts or takes over the server of this data folder and returns when it answers.
     *
     * @throws StartRefused with what to do, if it cannot
     */
    public static EmbeddedPostgres start(DataFolder folder, PostgresSettings settings) {
        DataFolder data = folder.create();
        FolderLock lock = FolderLock.take(data);
        try {
            Path cache = PostgresBinaries.usualCache(data.root(), System.getenv("LIANXIN_CACHE"));
            PostgresBinaries binaries = PostgresBinaries.in(cache);
            Cluster cluster = new Cluster(data, ServerAccount.choose(data.root()), binaries);
            cluster.createIfMissing();
            ServerProcess server = new ServerProcess(cluster, settings, data.postgresLog());
            server.adoptOrStart();
            cluster.provision(server.port());
            EmbeddedPostgres postgres = new EmbeddedPostgres(server, cluster, lock);
            postgres.watcher.start();
            return postgres;
        } catch (IOException | SQLException e) {
            lock.close();
            throw new StartRefused(
                    "the embedded PostgreSQL in " + data.root() + " does not start (" + e.getMessage() + ")",
                    "look into " + data.postgresLog(),
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Address and roles of the database. The port stays the same for the life of this object. */
    public Database database() {
        return new Database(Cluster.url(server.port()), cluster.login(Secrets.OWNER), cluster.login(Secrets.SERVICE));
    }

    /** The owner's login, for a command beside the running service. */
    public static Database.Login ownerOf(DataFolder data) {
        return new Secrets(data.secrets()).login(Secrets.OWNER);
    }

    /** The service's login, for a command beside the running service. */
    public static Database.Login serviceOf(DataFolder data) {
        return new Secrets(data.secrets()).login(Secrets.SERVICE);
    }

    /** The administrator's login, for backup. */
    public static Database.Login administratorOf(DataFolder data) {
        return new Secrets(data.secrets()).login(Secrets.ADMIN);
    }

    /** Where the files of the server lie. */
    public static Path folderOf(DataFolder data) {
        return data.postgres(PostgresBinaries.MAJOR);
    }

    /** Has the system write everything copied so far to disk. */
    public static void writeThrough() {
        Shell.run(List.of("sync"));
    }

    /** The server's administrator, for tests. */
    public Database.Login administrator() {
        return cluster.login(Secrets.ADMIN);
    }

    /** Process id of the server, as long as it is alive. */
    public Optional<Long> pid() {
        return server.find().map(Postmaster::pid);
    }

    /** Stops the server: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        stop("INT", "QUIT", "KILL");
    }

    /** Stops at once, leaving recovery to a next start; for data that is thrown away. */
    public void stopAtOnce() {
        stop("QUIT", "KILL");
    }

    private void stop(String... signals) {
        closing = true;
        watcher.interrupt();
        try {
            watcher.join(Duration.ofSeconds(15));
            server.stop(signals);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private void watch() {
        long pauseMillis = WATCH_EVERY.toMillis();
        while (!closing) {
            Shell.pause(pauseMillis);
            try {
                if (closing || server.isAlive()) {
                    continue;
                }
                LOG.warn("PostgreSQL has ended unexpectedly; starting it again");
                server.restart();
                pauseMillis = WATCH_EVERY.toMillis();
                LOG.warn("PostgreSQL is back");
            } catch (Throwable e) {
                pauseMillis = Math.min(pauseMillis * 2, 5_000);
                LOG.error("PostgreSQL does not start, trying again in {} ms: {}", pauseMillis, e.getMessage());
            }
        }
    }
}

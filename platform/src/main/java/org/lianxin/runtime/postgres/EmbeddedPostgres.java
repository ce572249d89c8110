package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Database;
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
    private final FileChannel lock;
    private final Thread watcher;
    private volatile boolean closing;

    private EmbeddedPostgres(ServerProcess server, Cluster cluster, FileChannel lock) {
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
        FileChannel lock = lock(data);
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
            unlock(lock);
            throw new StartRefused(
                    "the embedded PostgreSQL in " + data.root() + " does not start (" + e.getMessage() + ")",
                    "look into " + data.postgresLog(),
                    e);
        } catch (RuntimeException e) {
            unlock(lock);
            throw e;
        }
    }

    /** Address and roles of the database. The port stays the same for the life of this object. */
    public Database database() {
        return new Database(Cluster.url(server.port()), cluster.login(Secrets.OWNER), cluster.login(Secrets.SERVICE));
    }

    /** The server's administrator, for backup and for tests. */
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
        closing = true;
        watcher.interrupt();
        try {
            watcher.join(Duration.ofSeconds(15));
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            unlock(lock);
        }
    }

    private void watch() {
        long pauseMillis = WATCH_EVERY.toMillis();
        while (!closing) {
            Shell.pause(pauseMillis);
            if (closing || server.isAlive()) {
                continue;
            }
            LOG.warn("PostgreSQL has ended unexpectedly; starting it again");
            try {
                server.restart();
                pauseMillis = WATCH_EVERY.toMillis();
                LOG.warn("PostgreSQL is back");
            } catch (IOException | StartRefused | UncheckedIOException e) {
                pauseMillis = Math.min(pauseMillis * 2, 5_000);
                LOG.error("PostgreSQL does not start, trying again in {} ms: {}", pauseMillis, e.getMessage());
            }
        }
    }

    private static FileChannel lock(DataFolder data) {
        try {
            FileChannel channel = FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String who = Files.exists(data.running()) ? " (see " + data.running() + ")" : "";
        throw new StartRefused(
                "another Lianxin is running on the data folder " + data.root() + who,
                "stop it first, or give this one a folder of its own with --data DIR");
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void unlock(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

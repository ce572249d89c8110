package org.lianxin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lianxin.runtime.Database.Login;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;

/** One installation that is open: its stamp, its folder, its database. Closing it stops what it started. */
public final class Instance implements AutoCloseable {

    private static final int HOLDER_HAS_ENDED = 3;

    private final Stamp stamp;
    private final DataFolder data;
    private final CompletableFuture<Opened> opened;
    private final boolean joined;

    private record Opened(Database database, AutoCloseable holder) {}

    private Instance(Stamp stamp, DataFolder data, CompletableFuture<Opened> opened, boolean joined) {
        this.stamp = stamp;
        this.data = data;
        this.opened = opened;
        this.joined = joined;
    }

    /** On a database that is there already, migrated and stamped. */
    public static Instance of(Stamp stamp, DataFolder data, Database database) {
        new OwnerSteps(database, new FileSecrets(data.create().secrets())).run();
        return new Instance(stamp, data, CompletableFuture.completedFuture(new Opened(database, () -> {})), false);
    }

    /**
     * Joins what another process keeps open on this folder: its database, its secrets. Ends this process when that one ends, for
     * then nobody watches the database any more.
     */
    static Instance join(Stamp stamp, DataFolder data, Map<String, String> environment) {
        stampFolder(data, stamp);
        RunningFile running = RunningFile.find(data.running())
                .orElseThrow(() -> new StartRefused(
                        "no Lianxin is running on the data folder " + data.root(),
                        "start it first, for example with ./lianxin demo --nodes 3 --data " + data.root()));
        Database server = server(environment);
        Database database = server != null
                ? server
                : new Database(running.jdbcUrl(), EmbeddedPostgres.ownerOf(data), EmbeddedPostgres.serviceOf(data));
        ProcessHandle.of(running.pid()).ifPresent(Instance::endWith);
        return new Instance(stamp, data, CompletableFuture.completedFuture(new Opened(database, () -> {})), true);
    }

    private static void endWith(ProcessHandle holder) {
        Thread.ofPlatform().daemon().name("holder-watch").start(() -> {
            holder.onExit().join();
            System.exit(HOLDER_HAS_ENDED);
        });
    }

    /**
     * Opens a data folder: refuses one with another stamp at once, then brings up, checks and migrates the database beside
     * whatever the caller does meanwhile; {@link #database} waits for it.
     */
    static Instance open(Stamp stamp, DataFolder folder, Map<String, String> environment) {
        return open(stamp, folder, environment, 1);
    }

    /** As above, with room for so many service processes. */
    static Instance open(Stamp stamp, DataFolder folder, Map<String, String> environment, int nodes) {
        DataFolder data = folder.create();
        stampFolder(data, stamp);
        if (stamp == Stamp.PRODUCTION) {
            ProductionChecks.refuseOpenSecrets(data.secrets());
        }
        CompletableFuture<Opened> opening = new CompletableFuture<>();
        Thread.ofPlatform().name("database-start").start(() -> {
            try {
                opening.complete(openDatabase(stamp, data, environment, nodes));
            } catch (RuntimeException | Error e) {
                opening.completeExceptionally(e);
            }
        });
        return new Instance(stamp, data, opening, false);
    }

    public Stamp stamp() {
        return stamp;
    }

    public DataFolder data() {
        return data;
    }

    /** Whether another process keeps the database and says where it runs. */
    boolean isJoined() {
        return joined;
    }

    /** Waits until the database is up and migrated; throws {@link StartRefused} if it will not be. */
    public Database database() {
        try {
            return opened.join().database();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            opened.join().holder().close();
        } catch (CompletionException e) {
            // it never opened
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Opened openDatabase(Stamp stamp, DataFolder data, Map<String, String> environment, int nodes) {
        Database server = server(environment);
        if (server != null) {
            if (stamp == Stamp.PRODUCTION) {
                ProductionChecks.refuseKnownPasswords(server);
            }
            FolderLock lock = FolderLock.take(data);
            return prepared(stamp, data, server, lock);
        }
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(data, PostgresSettings.forThisMachine().withRoomFor(nodes));
        return prepared(stamp, data, postgres.database(), postgres);
    }

    private static Opened prepared(Stamp stamp, DataFolder data, Database database, AutoCloseable holder) {
        try {
            data.clearUploads();
            new DatabaseChecks(database).refuseUnsafeServer();
            new Migrations(database).run(stamp);
            new SealedBy(database, new FileSecrets(data.secrets())).refuseOther(data);
            new OwnerSteps(database, new FileSecrets(data.secrets())).run();
            new DatabaseChecks(database).refusePrivilegedService();
            return new Opened(database, holder);
        } catch (RuntimeException e) {
            try {
                holder.close();
            } catch (Exception closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /** The server named by the environment, if any. The roles have fixed names unless the environment says otherwise. */
    static @Nullable Database server(Map<String, String> environment) {
        String url = environment.get("LIANXIN_DATABASE_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        return new Database(
                url,
                login(environment, "LIANXIN_DATABASE_OWNER_USER", "lianxin_owner", "LIANXIN_DATABASE_OWNER_PASSWORD"),
                login(environment, "LIANXIN_DATABASE_USER", "lianxin_service", "LIANXIN_DATABASE_PASSWORD"));
    }

    private static Login login(Map<String, String> environment, String user, String usualUser, String password) {
        String secret = environment.get(password);
        if (secret == null || secret.isEmpty()) {
            throw new StartRefused(
                    "LIANXIN_DATABASE_URL is set, but not " + password,
                    "set it; docs/how-to/run.md says which roles the server needs");
        }
        return new Login(environment.getOrDefault(user, usualUser), secret);
    }

    private static void stampFolder(DataFolder data, Stamp stamp) {
        try {
            if (Files.exists(data.stamp())) {
                Migrations.refuseOther(
                        Stamp.valueOf(Files.readString(data.stamp()).strip()), stamp);
            } else {
                Files.writeString(data.stamp(), stamp.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

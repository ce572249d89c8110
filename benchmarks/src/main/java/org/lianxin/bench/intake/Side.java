package org.lianxin.bench.intake;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lianxin.bench.instance.PeerProcess;
import org.lianxin.bench.instance.ServiceProcess;
import org.lianxin.bench.load.CpuMeter;
import org.lianxin.bench.load.HttpRequest;
import org.lianxin.bench.load.Load;
import org.lianxin.bench.load.LoadResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of the two that are compared: where it listens, what it is sent, whose processor time it uses, where it stores. */
record Side(String name, URI url, SignalStream signals, Work work, CpuMeter database, JdbcClient owner) {

    private static final Duration WARM_STEP = Duration.ofSeconds(2);
    private static final int WARM_SIGNALS = 100_000;
    private static final Duration WARM_AT_MOST = Duration.ofSeconds(75);
    private static final Duration TOKEN_KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final Duration QUIET_AT_MOST = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** @param due counts what the process would do at once if it were let: timers that are due, messages that wait */
    record Work(long pid, String due) {}

    static Side ours(ServiceProcess service, String token, long seed) {
        HttpRequest requests = new HttpRequest(service.url(), List.of("Authorization: Bearer " + token));
        JdbcClient owner = JdbcClient.create(service.owner());
        return new Side(
                "lianxin",
                service.url(),
                new SignalStream(seed, "L", count(owner, "warning.signal"), requests, "/api/warning/signals"),
                new Work(service.pid(), """
                        SELECT (SELECT count(*) FROM notification.message WHERE state IN ('queued', 'sending', 'sent'))
                             + (SELECT count(*) FROM "order".deadline WHERE at <= now())"""),
                new CpuMeter(service.postgresPid()),
                owner);
    }

    static Side peer(PeerProcess peer, long postgresPid, DataSource database, long seed) {
        JdbcClient owner = JdbcClient.create(database);
        HttpRequest requests = new HttpRequest(peer.url(), List.of());
        return new Side(
                "peer",
                peer.url(),
                new SignalStream(seed, "P", count(owner, "peer.signal"), requests, "/signals"),
                new Work(peer.pid(), """
                        SELECT (SELECT count(*) FROM peer.act_ru_timer_job WHERE duedate_ <= now())
                             + (SELECT count(*) FROM peer.act_ru_job)"""),
                new CpuMeter(postgresPid),
                owner);
    }

    private static long count(JdbcClient owner, String table) {
        return owner.sql("SELECT count(*) FROM " + table)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    CpuMeter service() {
        return new CpuMeter(work.pid);
    }

    /** Waits until the messages and timers of the load before are done, so that the next measurement is not burdened with them. */
    void awaitQuiet() {
        long end = System.nanoTime() + QUIET_AT_MOST.toNanos();
        while (System.nanoTime() < end && dueCount() > 0) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private long dueCount() {
        return owner.sql(work.due).query((row, n) -> row.getLong(1)).single();
    }

    /**
     * A database that grows from nothing to its size within minutes is counted and swept all the time, one that has been at
     * work for a day hardly ever: this brings it to where it is on the second day. The same for both sides: they share it.
     */
    void sweep() {
        owner.sql("VACUUM (ANALYZE)").update();
    }

    /** Until the compilers have seen enough signals, or for so long at most; a new token is known after a moment. */
    Side warmUp(int connections) {
        long known = System.nanoTime() + TOKEN_KNOWN_WITHIN.toNanos();
        while (closed(Duration.ofMillis(100), 1).load().good() == 0 && System.nanoTime() < known) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        signals.forgetComplaint();
        long end = System.nanoTime() + WARM_AT_MOST.toNanos();
        while (signals.acknowledgedCount() < WARM_SIGNALS && System.nanoTime() < end) {
            closed(WARM_STEP, connections);
            if (signals.acknowledgedCount() == 0) {
                throw new IllegalStateException(name + " takes nothing: " + signals.complaint());
            }
        }
        return this;
    }

    Round closed(Duration length, int connections) {
        return measured(() -> new Load(url, connections).closed(length, signals));
    }

    Round open(Duration length, int connections, double perSecond, long seed) {
        return measured(() -> new Load(url, connections).open(length, perSecond, seed, signals));
    }

    private Round measured(Supplier<LoadResult> work) {
        double serviceBefore = service().ownSeconds();
        double databaseBefore = database.familySeconds();
        double generatorBefore = CpuMeter.ofThisProcess().ownSeconds();
        long logBefore = logBytes();
        LoadResult load = work.get();
        return new Round(
                load,
                service().ownSeconds() - serviceBefore,
                database.familySeconds() - databaseBefore,
                CpuMeter.ofThisProcess().ownSeconds() - generatorBefore,
                logBytes() - logBefore);
    }

    /** How far the database's log has come. */
    private long logBytes() {
        return owner.sql("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}

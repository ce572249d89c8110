package org.lianxin.analytics.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.api.TraceSpec;

/**
 * Which accounts the money of the seeds can have come to at all: round by round along every transfer that leaves an
 * account while money may lie there, whatever its amount. Spark reads the transfers, here are only the accounts.
 */
final class Reach {
    private static final StructType STRETCHES = new StructType()
            .add("one", DataTypes.StringType)
            .add("low", DataTypes.LongType)
            .add("high", DataTypes.LongType)
            .add("hops", DataTypes.IntegerType);

    private final SparkCase tables;
    private final TraceSpec spec;
    private final boolean forward;
    private final long first;
    private final long last;
    private final Map<String, Account> known = new HashMap<>();
    private final Set<String> victims = new HashSet<>();
    private final Dataset<Row> within;

    /** When money may lie in an account, and in how many steps it came there. */
    private static final class Account {
        private int hops = Integer.MAX_VALUE;
        /** Beginning and end of stretches of time that do not touch. */
        private final NavigableMap<Long, Long> times = new TreeMap<>();
    }

    Reach(SparkCase tables, TraceSpec spec) {
        this.tables = tables;
        this.spec = spec;
        forward = spec.direction() == Direction.FORWARD;
        first = spec.from().toEpochMilli();
        last = spec.until().toEpochMilli() - 1;
        // mirrored, payers are payees
        within = tables.transfers()
                .where(col("millis").between(first, last))
                .select(
                        col(forward ? "payer" : "payee").as("giver"),
                        col(forward ? "payee" : "payer").as("taker"),
                        col("millis"),
                        col("id"));
    }

    /** All accounts whose transfers the kernel needs. */
    Set<String> accounts() {
        var frontier = seeds();
        var hubs = frontier.isEmpty() ? Set.<String>of() : hubs();
        while (!frontier.isEmpty()) {
            frontier = step(frontier, hubs);
        }
        var all = new HashSet<>(known.keySet());
        all.addAll(victims);
        return all;
    }

    private List<Row> seeds() {
        var ids = tables.texts(spec.seeds().stream().map(Seed::transactionId).toList());
        var frontier = new ArrayList<Row>();
        var rows = within.join(ids, within.col("id").equalTo(ids.col("one")), "left_semi")
                .collectAsList();
        for (var row : rows) {
            if (!row.getString(0).isEmpty()) {
                victims.add(row.getString(0));
            }
            arrive(row.getString(1), row.getLong(2), 1, frontier);
        }
        return frontier;
    }

    private Set<String> hubs() {
        var hubs = new HashSet<String>();
        within.groupBy("giver")
                .agg(count(lit(1)).as("paid"))
                .where(col("paid").gt(spec.hubLimit()))
                .collectAsList()
                .forEach(row -> hubs.add(row.getString(0)));
        return hubs;
    }

    private List<Row> step(List<Row> frontier, Set<String> hubs) {
        var open = frontier.stream()
                .filter(row -> !hubs.contains(row.getString(0)) && row.getInt(3) < spec.maxLayers())
                .toList();
        var next = new ArrayList<Row>();
        if (open.isEmpty()) {
            return next;
        }
        var stretches = tables.spark().createDataFrame(open, STRETCHES);
        within.join(
                        stretches,
                        within.col("giver")
                                .equalTo(stretches.col("one"))
                                .and(within.col("millis").between(stretches.col("low"), stretches.col("high"))))
                .groupBy("taker", "millis")
                .agg(min("hops"))
                .collectAsList()
                .forEach(row -> arrive(row.getString(0), row.getLong(1), row.getInt(2) + 1, next));
        return next;
    }

    /** Notes it, and adds to the frontier what is new: more time, or all of it if there is a shorter way. */
    private void arrive(String account, long millis, int hops, List<Row> frontier) {
        if (account.isEmpty()) {
            return;
        }
        var one = known.computeIfAbsent(account, fresh -> new Account());
        boolean covered = !cover(one.times, low(millis), high(millis));
        if (hops < one.hops) {
            one.hops = hops;
            one.times.forEach((low, high) -> frontier.add(RowFactory.create(account, low, high, hops)));
        } else if (!covered) {
            frontier.add(RowFactory.create(account, low(millis), high(millis), one.hops));
        }
    }

    private long low(long millis) {
        return forward ? millis : Math.max(first, millis - stay());
    }

    private long high(long millis) {
        return forward ? Math.min(last, millis + stay()) : millis;
    }

    /** The rules that keep the books let money lie as long as it likes. */
    private long stay() {
        return spec.rule() == TraceRule.WINDOWED ? Math.min(spec.window().toMillis(), last - first) : last - first;
    }

    /** Adds a stretch of time; false if all of it was there. */
    private static boolean cover(NavigableMap<Long, Long> times, long low, long high) {
        var before = times.floorEntry(low);
        if (before != null && before.getValue() >= high) {
            return false;
        }
        long from = before != null && before.getValue() >= low ? before.getKey() : low;
        long until = high;
        for (var next = times.ceilingEntry(from);
                next != null && next.getKey() <= until;
                next = times.ceilingEntry(from)) {
            until = Math.max(until, next.getValue());
            times.remove(next.getKey());
        }
        times.put(from, until);
        return true;
    }
}

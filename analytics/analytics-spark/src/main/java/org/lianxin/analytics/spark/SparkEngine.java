package org.lianxin.analytics.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.local.LocalEngine;
import org.lianxin.analytics.local.SmallCase;

/**
 * The engine for cases that are larger than a machine: Spark finds out which rows an answer can rest on, and the kernels
 * answer from those. What is left out can change no cent of the answer, so it is the same as every engine's.
 */
public final class SparkEngine implements GraphEngine {
    private final SparkCase tables;

    /** An engine on tables; their session is the caller's to close. */
    public SparkEngine(SparkCase tables) {
        this.tables = tables;
    }

    @Override
    public TraceFinding trace(TraceSpec spec) {
        var accounts = new Reach(tables, spec).accounts();
        return on(new SmallCase(tables.touching(tables.texts(accounts)), List.of(), Map.of()))
                .trace(spec);
    }

    @Override
    public LinkFinding link(LinkSpec spec) {
        int limit = spec.ignoreSharedByMoreThan();
        var counts = tables.shared()
                .groupBy("identifier")
                .agg(countDistinct("account").as("accounts"))
                .cache();
        var ignored = new ArrayList<LinkFinding.IgnoredIdentifier>();
        counts.where(col("accounts").gt(limit))
                .orderBy("identifier")
                .collectAsList()
                .forEach(row -> ignored.add(
                        new LinkFinding.IgnoredIdentifier(row.getString(0), Math.toIntExact(row.getLong(1)))));
        var joining = counts.where(col("accounts").between(2, limit)).select("identifier");
        var shared = SparkCase.sharedOf(
                tables.shared().join(joining, "identifier").select("account", "identifier", "since"));
        counts.unpersist();
        var groups = on(new SmallCase(List.of(), shared, Map.of())).link(spec).groups();
        return new LinkFinding(spec, groups, ignored, Checksum.ofRecords(groups, ignored));
    }

    @Override
    public PatternFinding find(PatternSpec spec) {
        return new PatternSearch(tables, spec).find();
    }

    static LocalEngine on(SmallCase rows) {
        return LocalEngine.on(rows);
    }

    @Override
    public void close() {
        // the session is the caller's
    }
}

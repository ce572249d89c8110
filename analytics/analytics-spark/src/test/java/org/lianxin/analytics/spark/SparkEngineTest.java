package org.lianxin.analytics.spark;

import java.util.HashMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.local.SmallCase;
import org.lianxin.analytics.testkit.Evidence;
import org.lianxin.analytics.testkit.GraphEngineContract;

/** The same contract as every engine's, on Spark in this process. */
class SparkEngineTest extends GraphEngineContract {
    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = Sessions.start("local[2]");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Override
    protected int cases() {
        return Integer.getInteger("spark.cases", 20);
    }

    @Override
    protected GraphEngine engineOn(Evidence evidence) {
        var opened = new HashMap<String, Long>();
        evidence.opened().forEach((account, moment) -> opened.put(account, moment.toEpochMilli()));
        return new SparkEngine(SparkCase.of(
                spark,
                evidence.transfers().stream()
                        .map(one -> new SmallCase.Transfer(
                                one.id(), one.from(), one.to(), one.time().toEpochMilli(), one.cents()))
                        .toList(),
                evidence.shared().stream()
                        .map(one -> new SmallCase.Shared(
                                one.account(),
                                one.identifier(),
                                one.since() == null
                                        ? SmallCase.UNKNOWN
                                        : one.since().toEpochMilli()))
                        .toList(),
                opened));
    }
}

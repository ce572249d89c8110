package org.lianxin.analytics.spark;

import org.apache.spark.sql.SparkSession;

/** Spark as this engine uses it: no pages of its own, no words but warnings. */
public final class Sessions {
    private Sessions() {}

    /** @param master {@code local[*]} for this machine, or the address of a cluster */
    public static SparkSession start(String master) {
        var spark = SparkSession.builder()
                .appName("lianxin-evidence")
                .master(master)
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "Asia/Shanghai")
                .config("spark.sql.shuffle.partitions", master.startsWith("local") ? "4" : "200")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }
}

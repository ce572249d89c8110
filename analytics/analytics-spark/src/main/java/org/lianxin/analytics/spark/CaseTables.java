package org.lianxin.analytics.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.local.Authorities;
import tools.jackson.databind.json.JsonMapper;

/** A case as folders of Parquet, with its authority beside them. */
final class CaseTables {
    private static final String MANIFEST = "spark-case.json";
    private static final JsonMapper JSON = new JsonMapper();

    private CaseTables() {}

    /** Refuses with {@link EvidenceProblem} if there is no case or its authority has expired. */
    static SparkCase open(SparkSession spark, Path folder, Clock clock) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            throw new EvidenceProblem(
                    "no-case", "%s holds no case of this engine: import with --engine spark.".formatted(folder));
        }
        Authorities.checkInForce(JSON.readValue(Files.readString(manifest), Authority.class), clock);
        return new SparkCase(
                spark,
                spark.read().parquet(folder.resolve("transfers").toString()),
                spark.read().parquet(folder.resolve("shared").toString()),
                spark.read().parquet(folder.resolve("opened").toString()));
    }

    /** The case is what this says once the manifest is there. */
    static void write(Path folder, Authority authority, SparkCase tables, Dataset<Row> quarantine) throws IOException {
        if (Files.exists(folder.resolve(MANIFEST))) {
            throw new EvidenceProblem("case", "%s holds a case: import into a new folder.".formatted(folder));
        }
        Files.createDirectories(folder);
        parquet(tables.transfers(), folder.resolve("transfers"));
        parquet(tables.shared(), folder.resolve("shared"));
        parquet(tables.opened(), folder.resolve("opened"));
        quarantine
                .write()
                .mode("overwrite")
                .option("header", true)
                .csv(folder.resolve("quarantine").toString());
        Files.writeString(folder.resolve(MANIFEST), JSON.writeValueAsString(authority));
    }

    private static void parquet(Dataset<Row> table, Path folder) {
        table.write().mode("overwrite").parquet(folder.toString());
    }
}

package org.lianxin.analytics.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.local.Options;
import org.lianxin.analytics.local.SmallCase;

/**
 * Reads CSV or Parquet with the canonical English header into the tables of a case, in yuan. It cleans far less than the
 * loader of the default engine: what is not as it should be is quarantined, and rows are told by their transaction id.
 */
final class SparkImport {
    private static final List<String> KINDS = List.of("ip", "mac", "device", "phone", "holder");

    private final SparkSession spark;
    private final Options options;
    private final Authority authority;

    SparkImport(SparkSession spark, Options options, Authority authority) {
        this.spark = spark;
        this.options = options;
        this.authority = authority;
    }

    /** Imports; returns the sentence that accounts for every transfer. */
    String run() throws IOException {
        var rows = transfers(read("transfers")).cache();
        var good = rows.where(col("reason").isNull());
        var known = good.select("id", "payer", "payee", "millis", "cents").distinct();
        var order = Window.partitionBy("id").orderBy("millis", "payer", "payee", "cents");
        var numbered = known.withColumn("place", row_number().over(order)).cache();
        var loaded = numbered.where(col("place").equalTo(1)).drop("place");
        var others = numbered.where(col("place").gt(1));
        var quarantine = rows.where(col("reason").isNotNull())
                .select("reason", "row")
                .union(others.select(
                        lit("transaction id used by a different transfer"),
                        to_json(struct(col("id"), col("payer"), col("payee"), col("millis"), col("cents")))));
        CaseTables.write(options.path("case"), authority, new SparkCase(spark, loaded, shared(), opened()), quarantine);
        long all = rows.count();
        long refused = quarantine.count();
        // the report refuses to be made if a row is lost
        var report = new ImportReport(
                all, loaded.count(), good.count() - known.count(), refused, List.of(), java.util.Map.of());
        return "rows %,d = loaded %,d + duplicates %,d + quarantined %,d"
                .formatted(report.rows(), report.loaded(), report.duplicates(), report.quarantined());
    }

    private Dataset<Row> transfers(Dataset<Row> raw) {
        var time = moment(column(raw, "time"));
        var amount = regexp_replace(trim(column(raw, "amount").cast("string")), ",", "");
        var cents = amount.try_cast("decimal(20,2)").multiply(100).try_cast("bigint");
        var payee = text(column(raw, "to account"));
        var channel = has(raw, "channel") ? text(raw.col("channel")) : lit("");
        var currency = has(raw, "currency") ? text(raw.col("currency")) : lit("");
        return raw.select(
                        text(column(raw, "transaction id")).as("id"),
                        text(column(raw, "from account")).as("payer"),
                        when(channel.isin("ATM", "取现"), "").otherwise(payee).as("payee"),
                        time.as("millis"),
                        cents.as("cents"),
                        amount.as("amount"),
                        currency.as("currency"),
                        to_json(struct(Arrays.stream(raw.columns())
                                        .map(raw::col)
                                        .toArray(Column[]::new)))
                                .as("row"))
                .withColumn("reason", reason());
    }

    private Column reason() {
        return when(col("id").equalTo(""), "no transaction id")
                .when(col("payer").equalTo("").and(col("payee").equalTo("")), "no account")
                .when(col("millis").isNull(), "time not understood")
                .when(isOutside(), "outside the time the authority covers")
                .when(coalesce(col("amount").rlike("^-"), lit(false)), "negative amount")
                .when(
                        coalesce(col("amount").rlike("^\\d+(\\.\\d{1,2})?$"), lit(false))
                                .equalTo(false),
                        "amount not understood")
                .when(col("cents").isNull(), "amount too large")
                .when(col("currency").isin("", "CNY", "人民币").equalTo(false), "not in yuan");
    }

    private Column isOutside() {
        return col("millis")
                .lt(authority.coversFrom().toEpochMilli())
                .or(col("millis").geq(authority.coversUntil().toEpochMilli()));
    }

    /** Log-ins say since when; what holders have they have always had. */
    private Dataset<Row> shared() {
        var shared = spark.createDataFrame(List.<Row>of(), SparkCase.SHARED);
        if (options.has("logins")) {
            var raw = read("logins");
            var logins = raw.withColumn("since", moment(column(raw, has(raw, "login time") ? "login time" : "time")))
                    .withColumnRenamed("since", "millis")
                    .where(isOutside().equalTo(false))
                    .withColumnRenamed("millis", "since");
            shared = identifiers(logins, shared);
        }
        if (options.has("accounts")) {
            shared = identifiers(read("accounts").withColumn("since", lit(SmallCase.UNKNOWN)), shared);
        }
        return shared.groupBy("account", "identifier").agg(min("since").as("since"));
    }

    private static Dataset<Row> identifiers(Dataset<Row> rows, Dataset<Row> before) {
        var all = before;
        for (String kind : KINDS) {
            String name = kind.equals("holder") ? "holder id" : kind;
            if (has(rows, name)) {
                var value = lower(text(rows.col(name)));
                all = all.union(rows.where(
                                value.notEqual("").and(text(rows.col("account")).notEqual("")))
                        .select(text(rows.col("account")), concat(lit(kind + ":"), value), rows.col("since")));
            }
        }
        return all;
    }

    private Dataset<Row> opened() {
        var none = spark.createDataFrame(List.<Row>of(), SparkCase.OPENED);
        if (!options.has("accounts")) {
            return none;
        }
        var raw = read("accounts");
        return has(raw, "opened")
                ? raw.select(
                                text(column(raw, "account")).as("account"),
                                moment(raw.col("opened")).as("millis"))
                        .where(col("millis").isNotNull())
                        .groupBy("account")
                        .agg(min("millis").as("millis"))
                : none;
    }

    private Dataset<Row> read(String option) {
        var files = options.paths(option).stream().map(Path::toString).toArray(String[]::new);
        if (files.length == 0) {
            throw new EvidenceProblem("option", "--%s is missing.".formatted(option));
        }
        return files[0].endsWith(".csv") || files[0].endsWith(".csv.gz")
                ? spark.read().option("header", true).option("escape", "\"").csv(files)
                : spark.read().parquet(files);
    }

    private static boolean has(Dataset<Row> rows, String name) {
        return List.of(rows.columns()).contains(name);
    }

    private static Column column(Dataset<Row> rows, String name) {
        if (!has(rows, name)) {
            throw new EvidenceProblem(
                    "header",
                    "There is no column '%s' among %s. This engine reads the canonical English header alone."
                            .formatted(name, String.join(", ", rows.columns())));
        }
        return rows.col(name);
    }

    private static Column text(Column column) {
        return coalesce(trim(column.cast("string")), lit(""));
    }

    /** A time without offset is one of Shanghai, as the session is. */
    private static Column moment(Column column) {
        return unix_millis(column.try_cast("timestamp"));
    }
}

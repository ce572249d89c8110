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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** Imports; returns the sentence that accounts for every row. */
    String run() throws IOException {
        var rows = transfers(read("transfers")).cache();
        var logins = options.has("logins") ? logins(read("logins")).cache() : nothing();
        var accounts = options.has("accounts") ? accounts(read("accounts")).cache() : nothing();
        var good = rows.where(col("reason").isNull());
        var known = good.select("id", "payer", "payee", "millis", "cents").distinct();
        var order = Window.partitionBy("id").orderBy("millis", "payer", "payee", "cents");
        var numbered = known.withColumn("place", row_number().over(order)).cache();
        var loaded = numbered.where(col("place").equalTo(1)).drop("place");
        var quarantine = refused(rows)
                .union(refused(logins))
                .union(refused(accounts))
                .union(numbered.where(col("place").gt(1))
                        .select(
                                lit("transaction id used by a different transfer"),
                                to_json(struct(col("id"), col("payer"), col("payee"), col("millis"), col("cents")))));
        CaseTables.write(
                options.path("case"),
                authority,
                new SparkCase(spark, loaded, shared(logins, accounts), opened(accounts)),
                quarantine);
        long links = logins.where(col("reason").isNull()).count()
                + accounts.where(col("reason").isNull()).count();
        // the report refuses to be made if a row is lost
        var report = new ImportReport(
                rows.count() + logins.count() + accounts.count(),
                loaded.count() + links,
                good.count() - known.count(),
                quarantine.count(),
                List.of(),
                Map.of());
        return "rows %,d = loaded %,d + duplicates %,d + quarantined %,d"
                .formatted(report.rows(), report.loaded(), report.duplicates(), report.quarantined());
    }

    private static Dataset<Row> refused(Dataset<Row> rows) {
        return rows.where(col("reason").isNotNull()).select("reason", "row");
    }

    /** No rows, as {@link #logins} and {@link #accounts} give them. */
    private Dataset<Row> nothing() {
        return spark.range(0)
                .select(
                        lit("").as("account"),
                        lit(SmallCase.UNKNOWN).as("since"),
                        lit(null).cast("bigint").as("opened"),
                        lit("").as("row"),
                        lit(null).cast("string").as("reason"));
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
                        wholeRow(raw))
                .withColumn("reason", reason());
    }

    private static Column wholeRow(Dataset<Row> raw) {
        return to_json(struct(Arrays.stream(raw.columns()).map(raw::col).toArray(Column[]::new)))
                .as("row");
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

    private Dataset<Row> logins(Dataset<Row> raw) {
        var since = moment(column(raw, has(raw, "login time") ? "login time" : "time"));
        return raw.select(identified(raw, since, lit(null).cast("bigint")))
                .withColumn("millis", col("since"))
                .withColumn(
                        "reason",
                        when(col("account").equalTo(""), "no account")
                                .when(col("since").isNull(), "time not understood")
                                .when(isOutside(), "outside the time the authority covers"))
                .drop("millis");
    }

    /** What holders have they have had for all we know always. */
    private Dataset<Row> accounts(Dataset<Row> raw) {
        var opened = has(raw, "opened") ? text(raw.col("opened")) : lit("");
        var columns = new ArrayList<>(List.of(identified(raw, lit(SmallCase.UNKNOWN), moment(opened))));
        columns.add(when(text(column(raw, "account")).equalTo(""), "no account")
                .when(opened.notEqual("").and(moment(opened).isNull()), "time not understood")
                .as("reason"));
        return raw.select(columns.toArray(Column[]::new));
    }

    /** Account, since, opened, the row as it is, and each identifier that the file has. */
    private static Column[] identified(Dataset<Row> raw, Column since, Column opened) {
        var columns = new ArrayList<>(List.of(
                text(column(raw, "account")).as("account"), since.as("since"), opened.as("opened"), wholeRow(raw)));
        for (String kind : KINDS) {
            String name = kind.equals("holder") ? "holder id" : kind;
            if (has(raw, name)) {
                columns.add(lower(text(raw.col(name))).as(kind));
            }
        }
        return columns.toArray(Column[]::new);
    }

    private Dataset<Row> shared(Dataset<Row> logins, Dataset<Row> accounts) {
        var shared = spark.createDataFrame(List.<Row>of(), SparkCase.SHARED);
        for (var rows : List.of(logins, accounts)) {
            for (String kind : KINDS) {
                if (has(rows, kind)) {
                    shared = shared.union(
                            rows.where(col("reason").isNull().and(col(kind).notEqual("")))
                                    .select(col("account"), concat(lit(kind + ":"), col(kind)), col("since")));
                }
            }
        }
        return shared.groupBy("account", "identifier").agg(min("since").as("since"));
    }

    private static Dataset<Row> opened(Dataset<Row> accounts) {
        return accounts.where(col("reason").isNull().and(col("opened").isNotNull()))
                .groupBy("account")
                .agg(min("opened").as("millis"));
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

package org.lianxin.analytics.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.lianxin.analytics.local.SmallCase;

/**
 * A case as tables of Spark, of any size: {@code transfers (id, payer, payee, millis, cents)}, an empty account is cash;
 * {@code shared (account, identifier, since)}; {@code opened (account, millis)}. One currency.
 */
public record SparkCase(SparkSession spark, Dataset<Row> transfers, Dataset<Row> shared, Dataset<Row> opened) {
    static final StructType TRANSFERS = new StructType()
            .add("id", DataTypes.StringType)
            .add("payer", DataTypes.StringType)
            .add("payee", DataTypes.StringType)
            .add("millis", DataTypes.LongType)
            .add("cents", DataTypes.LongType);
    static final StructType SHARED = new StructType()
            .add("account", DataTypes.StringType)
            .add("identifier", DataTypes.StringType)
            .add("since", DataTypes.LongType);
    static final StructType OPENED =
            new StructType().add("account", DataTypes.StringType).add("millis", DataTypes.LongType);
    private static final StructType ACCOUNTS = new StructType().add("one", DataTypes.StringType);

    /** The tables of a case that a kernel can take. */
    public static SparkCase of(
            SparkSession spark,
            List<SmallCase.Transfer> transfers,
            List<SmallCase.Shared> shared,
            Map<String, Long> opened) {
        var openings = new ArrayList<Row>();
        opened.forEach((account, millis) -> openings.add(RowFactory.create(account, millis)));
        return new SparkCase(
                spark,
                spark.createDataFrame(
                        transfers.stream()
                                .map(one -> RowFactory.create(
                                        one.id(), one.payer(), one.payee(), one.millis(), one.cents()))
                                .toList(),
                        TRANSFERS),
                spark.createDataFrame(
                        shared.stream()
                                .map(one -> RowFactory.create(one.account(), one.identifier(), one.sinceMillis()))
                                .toList(),
                        SHARED),
                spark.createDataFrame(openings, OPENED));
    }

    /** A table of one column, {@code one}, to join with. */
    Dataset<Row> texts(Iterable<String> texts) {
        var rows = new ArrayList<Row>();
        texts.forEach(text -> rows.add(RowFactory.create(text)));
        return spark.createDataFrame(rows, ACCOUNTS);
    }

    /** All transfers that one of the accounts pays or receives. */
    List<SmallCase.Transfer> touching(Dataset<Row> accounts) {
        var paid = transfers.join(accounts, transfers.col("payer").equalTo(accounts.col("one")), "left_semi");
        var received = transfers
                .join(accounts, transfers.col("payee").equalTo(accounts.col("one")), "left_semi")
                .join(accounts, transfers.col("payer").equalTo(accounts.col("one")), "left_anti");
        return transfersOf(paid.union(received));
    }

    static List<SmallCase.Transfer> transfersOf(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> new SmallCase.Transfer(
                        row.getString(0), row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .toList();
    }

    static List<SmallCase.Shared> sharedOf(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> new SmallCase.Shared(row.getString(0), row.getString(1), row.getLong(2)))
                .toList();
    }

    static Map<String, Long> openedOf(Dataset<Row> rows) {
        var opened = new HashMap<String, Long>();
        rows.collectAsList().forEach(row -> opened.put(row.getString(0), row.getLong(1)));
        return opened;
    }
}

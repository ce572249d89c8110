package org.lianxin.analytics.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.local.SmallCase;

/** Patterns: Spark leaves out the accounts that cannot be in one, the kernel looks at the rest with all their transfers. */
final class PatternSearch {
    private static final int TRIMMINGS = 3;

    private final SparkCase tables;
    private final PatternSpec spec;
    private final Dataset<Row> looked;
    private final Set<String> payingHubs;
    private final Set<String> receivingHubs;

    PatternSearch(SparkCase tables, PatternSpec spec) {
        this.tables = tables;
        this.spec = spec;
        looked = tables.transfers()
                .where(col("cents").geq(spec.minCents()).and(col("payer").notEqual(col("payee"))));
        payingHubs = hubs("payer");
        receivingHubs = hubs("payee");
    }

    PatternFinding find() {
        boolean round = spec.kind() == PatternKind.CYCLE || spec.kind() == PatternKind.LOOP;
        List<PatternMatch> matches;
        if (spec.kind() == PatternKind.CARDS_PASSED_ON) {
            matches = cards();
        } else {
            matches = round ? rounds() : around();
        }
        var hubs = List.copyOf(new TreeSet<>(notLookedInto()));
        return new PatternFinding(spec, matches, hubs, Checksum.ofRecords(matches, hubs));
    }

    private Set<String> hubs(String side) {
        var hubs = new HashSet<String>();
        if (spec.kind() != PatternKind.CARDS_PASSED_ON) {
            tables.transfers()
                    .where(col(side).notEqual(""))
                    .groupBy(side)
                    .agg(count(lit(1)).as("transfers"))
                    .where(col("transfers").gt(spec.hubLimit()))
                    .collectAsList()
                    .forEach(row -> hubs.add(row.getString(0)));
        }
        return hubs;
    }

    private Set<String> notLookedInto() {
        return switch (spec.kind()) {
            case FAN_IN, FAN_IN_CASH_OUT -> receivingHubs;
            case FAN_OUT, CYCLE, LOOP -> payingHubs;
            case PASS_THROUGH, DORMANT_THEN_ACTIVE -> {
                var both = new HashSet<>(payingHubs);
                both.addAll(receivingHubs);
                yield both;
            }
            case CARDS_PASSED_ON -> Set.of();
        };
    }

    /** Patterns about one account and its own transfers: those of enough accounts on the other side. */
    private List<PatternMatch> around() {
        var centres = switch (spec.kind()) {
            case FAN_IN, FAN_IN_CASH_OUT -> withOthers(sides("payee", "payer"));
            case FAN_OUT -> withOthers(sides("payer", "payee"));
            case DORMANT_THEN_ACTIVE -> withOthers(sides("payee", "payer").union(sides("payer", "payee")));
            default ->
                looked.select(col("payer").as("one"))
                        .intersect(looked.select(col("payee").as("one")));
        };
        var wanted = texts(centres.where(col("one").notEqual("")));
        wanted.removeAll(notLookedInto());
        var rows = new SmallCase(tables.touching(tables.texts(wanted)), List.of(), Map.of());
        return SparkEngine.on(rows).find(spec).matches().stream()
                .filter(match -> wanted.contains(match.centre()))
                .toList();
    }

    private Dataset<Row> sides(String own, String other) {
        return looked.where(col(other).notEqual(""))
                .select(col(own).as("one"), col(other).as("other"));
    }

    private Dataset<Row> withOthers(Dataset<Row> sides) {
        return sides.groupBy("one")
                .agg(countDistinct("other").as("others"))
                .where(col("others").geq(spec.minAccounts()))
                .select("one");
    }

    /** Circles: accounts to which nothing comes or from which nothing goes are in none; so, then, are their neighbours. */
    private List<PatternMatch> rounds() {
        var hubs = tables.texts(payingHubs);
        var rest = looked.where(col("payer").notEqual("").and(col("payee").notEqual("")))
                .join(hubs, col("payer").equalTo(hubs.col("one")), "left_anti")
                .join(hubs, col("payee").equalTo(hubs.col("one")), "left_anti");
        for (int round = 0; round < TRIMMINGS; round++) {
            var payers = rest.select(col("payer").as("a")).distinct();
            var payees = rest.select(col("payee").as("b")).distinct();
            rest = rest.join(payees, col("payer").equalTo(col("b")), "left_semi")
                    .join(payers, col("payee").equalTo(col("a")), "left_semi");
        }
        var rows = new SmallCase(SparkCase.transfersOf(rest), List.of(), Map.of());
        return SparkEngine.on(rows).find(spec).matches();
    }

    /** Holders of enough accounts, their devices, and all who use those. */
    private List<PatternMatch> cards() {
        var kinds = tables.shared()
                .withColumn("kind", org.apache.spark.sql.functions.substring_index(col("identifier"), ":", 1));
        var held = kinds.where(col("kind").equalTo("holder"));
        var used = kinds.where(col("kind").isin("device", "mac"));
        var many = held.join(tables.opened(), "account")
                .groupBy("identifier")
                .agg(countDistinct("account").as("accounts"))
                .where(col("accounts").geq(spec.minAccounts()))
                .select("identifier");
        var own = texts(held.join(many, "identifier").select("account").distinct());
        var owners = tables.texts(own);
        var devices = used.join(owners, col("account").equalTo(owners.col("one")), "left_semi")
                .select("identifier")
                .distinct();
        var uses = SparkCase.sharedOf(used.join(devices, "identifier").select("account", "identifier", "since"));
        var everybody = new HashSet<>(own);
        uses.forEach(use -> everybody.add(use.account()));
        var all = tables.texts(everybody);
        var shared = new java.util.ArrayList<>(uses);
        shared.addAll(SparkCase.sharedOf(held.join(all, col("account").equalTo(all.col("one")), "left_semi")
                .select("account", "identifier", "since")));
        var opened = SparkCase.openedOf(
                tables.opened().join(owners, col("account").equalTo(owners.col("one")), "left_semi"));
        return SparkEngine.on(new SmallCase(tables.touching(owners), shared, opened))
                .find(spec)
                .matches();
    }

    private static Set<String> texts(Dataset<Row> rows) {
        var texts = new HashSet<String>();
        rows.collectAsList().forEach(row -> texts.add(row.getString(0)));
        return texts;
    }
}

package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianxin.testing.Seen.PHONE;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.indicator.Indicators;
import org.lianxin.indicator.store.CountStore;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.runtime.Instance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Figures follow what people do with warnings; they are corrected in the open, and what was frozen stays. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FigureStoryTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> STREETS = List.of(STREET, "内蒙古通辽市霍林郭勒市沙尔呼热街道", "内蒙古通辽市开鲁县开鲁镇", "哪里也不是的地方");
    private static final ScopedTransactions.SystemJob JOB = new ScopedTransactions.SystemJob("test.figures", false);

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private Instance instance;

    @Autowired
    private Indicators indicators;

    @Autowired
    private CountStore counts;

    @Autowired
    private ScopedTransactions transactions;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    @Test
    void in06_savedIsCorrectedInTheOpenWhenALossComesAndTheFrozenMonthStays() throws Exception {
        settle();
        Long[] before = ofAll("indicator.day");
        String id = city.warned("high", false, STREET);
        city.outcome("clerk", id, "{\"kind\":\"reached\",\"savedCents\":30000000,\"savedHow\":\"银行取消单\"}");
        settle();
        assertThat(difference(before)).containsExactly(1L, 0L, 1L, 1L, 30_000_000L);
        YearMonth month = YearMonth.now(ZONE);
        transactions.runAs(JOB, () -> {
            counts.freeze(month);
            return month;
        });
        String kept = "indicator.frozen where month = '" + month + "-01'";
        Long[] frozen = ofAll(kept);

        city.post(
                "clerk", "/api/warning/episodes/" + id + "/follow-ups", "{\"result\":\"lost\",\"lostCents\":5000000}");
        settle();

        assertThat(difference(before))
                .as("corrected, beside what was counted first")
                .containsExactly(1L, 1L, 0L, 1L, 0L);
        assertThat(ofAll(kept)).as("as it stood").containsExactly(frozen);
        assertThatThrownBy(() -> asOwner("update indicator.frozen set saved = 0"))
                .hasMessageContaining("is frozen");
        assertThatThrownBy(() -> asOwner("delete from indicator.frozen_month")).hasMessageContaining("is frozen");
        assertThat(city.get("clerk", "/api/indicator/figures").get("frozenAt").isNull())
                .isFalse();
    }

    @Test
    void wa27_aFalseAlarmIsOneOnlyWhereThePersonWasReached() throws Exception {
        String id = city.warned("high", false, STREET);
        assertThat(city.refused(
                        422,
                        "clerk",
                        "/api/warning/episodes/" + id + "/outcomes",
                        "{\"kind\":\"refused\",\"falseAlarm\":true}"))
                .isEqualTo("warning.outcome-false-alarm-only-reached");

        city.outcome("clerk", id, "{\"kind\":\"reached\",\"falseAlarm\":true}");

        settle();
        assertThat(rows("select false_alarm::text from indicator.fact where episode_id = '" + id + "'"))
                .containsExactly("true");
    }

    @Test
    void in08_in10_aHeadSeesNumbersThatAreNotSmallAndNoRowsAClerkTheRowsInReach() throws Exception {
        String id = city.warned("high", false, STREET);
        settle();
        String month = YearMonth.now(ZONE).toString();

        JsonNode board = city.get("clerk", "/api/indicator/figures?month=" + month);
        assertThat(board.get("unit").get("id").asString()).isEqualTo(city.unit("1505"));
        assertThat(board.get("figures").get(0).get("id").asString()).isEqualTo("lost");
        assertThat(board.get("figures")
                        .valueStream()
                        .map(each -> each.get("formula").asString()))
                .allMatch(formula -> formula.length() > 10);
        JsonNode rows = city.get("clerk", "/api/indicator/rows?figure=warnings&month=" + month);
        assertThat(rows.get("items").valueStream().map(each -> each.get("id").asString()))
                .contains(id);
        assertThat(rows.toString()).doesNotContain("包", "staff", "holder").doesNotContainPattern(PHONE);

        String station = city.unit("150581-zs");
        assertThat(city.as("far").get("/api/indicator/figures?unit=" + station).statusCode())
                .isEqualTo(404);
        assertThat(city.as("far")
                        .get("/api/indicator/rows?figure=warnings&month=" + month + "&unit=" + station)
                        .statusCode())
                .isEqualTo(404);
        assertThat(city.get("far", "/api/indicator/rows?figure=warnings&month=" + month)
                        .toString())
                .doesNotContain(id);
        assertThat(city.as("chief")
                        .get("/api/indicator/rows?figure=warnings&month=" + month)
                        .statusCode())
                .isEqualTo(403);
        assertThat(city.get("chief", "/api/indicator/figures")
                        .get("actions")
                        .get(0)
                        .get("open")
                        .asBoolean())
                .isFalse();
        assertThat(city.as("clerk").get("/api/indicator/figures?month=2001-01").body())
                .contains("indicator.no-month");
    }

    /** Everything people do, at random but always the same; then figures, an independent count and a rebuild are one. */
    @Test
    void whatWasListenedToEqualsACountOfTheWarningsAndARebuild() throws Exception {
        Random random = new Random(17);
        List<String> open = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            String id = city.warned(
                    List.of("high", "medium", "low").get(random.nextInt(3)),
                    random.nextInt(6) == 0,
                    STREETS.get(random.nextInt(4)));
            asOwner("update warning.episode set received_at = received_at - interval '" + random.nextInt(40) + " days "
                    + random.nextInt(50) + " minutes' where id = '" + id + "'");
            if (random.nextInt(5) > 0) {
                actOn(id, random);
            } else {
                open.add(id);
            }
        }
        city.post(
                "clerk",
                "/api/warning/episodes/" + open.get(0) + "/join",
                "{\"otherNumber\":\"" + number(open.get(1)) + "\"}");
        settle();

        Map<String, Counted> independent = countedIndependently();
        assertThat(independent).hasSizeGreaterThan(15);
        assertThat(countedByListening()).isEqualTo(independent);
        assertThat(independent.values().stream().mapToLong(each -> each.lost).sum())
                .isPositive();
        assertThat(independent.values().stream()
                        .mapToLong(each -> each.savedFirst - each.saved)
                        .sum())
                .isPositive();

        indicators.rebuild();
        assertThat(countedByListening()).isEqualTo(independent);
    }

    private void actOn(String id, Random random) {
        String path = "/api/warning/episodes/" + id;
        switch (random.nextInt(7)) {
            case 0 -> city.outcome("clerk", id, "{\"kind\":\"refused\"}");
            case 1 -> city.outcome("clerk", id, "{\"kind\":\"partly-paid\",\"lostCents\":120000}");
            case 2 -> city.outcome("clerk", id, "{\"kind\":\"reached\",\"falseAlarm\":true}");
            case 3 -> city.outcome("clerk", id, "{\"kind\":\"not-believed\"}");
            case 4 -> {
                city.outcome("clerk", id, "{\"kind\":\"reached\",\"savedCents\":990000,\"savedHow\":\"银行取消单\"}");
                city.post("clerk", path + "/follow-ups", "{\"result\":\"lost\",\"lostCents\":7000}");
            }
            default ->
                city.outcome(
                        "clerk",
                        id,
                        "{\"kind\":\"reached\",\"savedCents\":" + random.nextInt(2) * 4_000 + ",\"savedHow\":\"本人\"}");
        }
    }

    private String number(String id) {
        return city.episode("clerk", id).get("number").asString();
    }

    /** Numbers of a unit on a day, summed one episode at a time. */
    private static final class Counted {
        private long warnings;
        private long lost;
        private long in5;
        private long in30;
        private long saved;
        private long savedFirst;
        private long cents;

        @Override
        public boolean equals(Object other) {
            return other instanceof Counted && toString().equals(other.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            return warnings + " lost " + lost + " in5 " + in5 + " in30 " + in30 + " saved " + saved + "/" + savedFirst
                    + " " + cents;
        }
    }

    private Map<String, Counted> countedIndependently() throws SQLException {
        Map<String, Counted> counted = new TreeMap<>();
        each("select * from warning.episode", row -> {
            if (row.getString("state").equals("history") || "joined".equals(row.getString("outcome"))) {
                return;
            }
            Instant received =
                    row.getObject("received_at", OffsetDateTime.class).toInstant();
            String key = received.atZone(ZONE).toLocalDate() + " " + row.getString("unit_id");
            Counted at = counted.computeIfAbsent(key, any -> new Counted());
            OffsetDateTime reached = row.getObject("reached_at", OffsetDateTime.class);
            Duration took = reached == null ? Duration.ofDays(1) : Duration.between(received, reached.toInstant());
            at.warnings++;
            at.lost += row.getLong("lost_cents") > 0 ? 1 : 0;
            at.in5 += took.compareTo(Duration.ofMinutes(5)) <= 0 ? 1 : 0;
            at.in30 += took.compareTo(Duration.ofMinutes(30)) <= 0 ? 1 : 0;
            at.saved += row.getLong("saved_cents") > 0 ? 1 : 0;
            at.savedFirst += row.getLong("saved_cents") + row.getLong("unsaved_cents") > 0 ? 1 : 0;
            at.cents += row.getLong("saved_cents");
        });
        return counted;
    }

    private Map<String, Counted> countedByListening() throws SQLException {
        Map<String, Counted> counted = new TreeMap<>();
        each("select * from indicator.day", row -> {
            Counted at = new Counted();
            at.warnings = row.getLong("warnings");
            at.lost = row.getLong("lost");
            at.in5 = row.getLong("reached_5");
            at.in30 = row.getLong("reached_30");
            at.saved = row.getLong("saved");
            at.savedFirst = row.getLong("saved_first");
            at.cents = row.getLong("saved_cents");
            counted.put(row.getString("day") + " " + row.getString("unit_id"), at);
        });
        return counted;
    }

    /** Waits until nothing that happened is left to be taken in: what is taken is counted in the same transaction. */
    private void settle() throws SQLException, InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!rows("select episode_id::text from warning.changed_episode limit 1")
                .isEmpty()) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.sleep(100);
        }
    }

    private Long[] ofAll(String table) throws SQLException {
        List<Long> sums = new ArrayList<>();
        each("select sum(warnings), sum(lost), sum(saved), sum(saved_first), sum(saved_cents) from " + table, row -> {
            for (int i = 1; i <= 5; i++) {
                sums.add(row.getLong(i));
            }
        });
        return sums.toArray(Long[]::new);
    }

    private List<Long> difference(Long[] before) throws SQLException {
        Long[] now = ofAll("indicator.day");
        List<Long> difference = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            difference.add(now[i] - before[i]);
        }
        return difference;
    }

    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    private void each(String sql, Reading reading) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                reading.of(row);
            }
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        each(sql, row -> rows.add(row.getString(1)));
        return rows;
    }

    private Connection owner() throws SQLException {
        var database = instance.database();
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.runtime.Instance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whether dissuasion lasted: asked again at 1, 7 and 30 days; a loss corrects the figure. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FollowUpStoryTest {

    private static final String SAVED = "{\"kind\":\"reached\",\"savedCents\":30000000,\"savedHow\":\"银行取消单\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private Instance instance;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    private static String path(String id) {
        return "/api/warning/episodes/" + id + "/follow-ups";
    }

    private String saved() {
        String id = city.warned("high", false, STREET);
        city.outcome("clerk", id, SAVED);
        return id;
    }

    @Test
    void fu01_theCentreIsToldToAskAgainWhenItIsTime() throws SQLException, InterruptedException {
        String id = saved();
        JsonNode planned = city.episode("clerk", id).get("followUps").get("items");
        assertThat(planned.valueStream().map(each -> each.get("day").asInt())).containsExactly(1, 7, 30);
        assertThat(city.openOrders(id)).isEmpty();
        assertThat(city.refused(409, "clerk", path(id), "{\"result\":\"safe\"}"))
                .isEqualTo("warning.no-follow-up-due");

        daysPass(id, 1);
        assertThat(city.openOrders(id)).containsExactly("follow-up");

        JsonNode asked = city.post("clerk", path(id), "{\"result\":\"not-reached\"}");
        assertThat(asked.get("followUps")
                        .get("items")
                        .valueStream()
                        .map(each -> each.get("day").asInt()))
                .containsExactly(1, 2, 7, 30);
        assertThat(city.openOrders(id)).isEmpty();
        assertThat(asked.get("state").asString()).isEqualTo("closed");

        daysPass(id, 2);
        JsonNode safe = city.post("clerk", path(id), "{\"result\":\"safe\",\"note\":\"本人接听，软件已删\"}");
        assertThat(texts(safe.get("history"), "what")).contains("回访：没有受损");
        assertThat(safe.get("outcome").get("savedCents").asLong()).isEqualTo(30_000_000);
    }

    @Test
    void fu03_fu04_aLossWithinThirtyDaysOpensItAgainAndTheFigureIsCorrected() {
        long before = savedToday();
        String id = saved();
        assertThat(savedToday() - before).isEqualTo(30_000_000);
        assertThat(city.refused(422, "clerk", path(id), "{\"result\":\"lost\"}"))
                .isEqualTo("warning.follow-up-needs-lost");

        JsonNode lost = city.post("clerk", path(id), "{\"result\":\"lost\",\"lostCents\":5000000}");

        assertThat(lost.get("state").asString()).isEqualTo("follow-up");
        assertThat(lost.get("outcome").get("savedCents").asLong()).isZero();
        assertThat(lost.get("outcome").get("lostCents").asLong()).isEqualTo(5_000_000);
        assertThat(lost.get("followUps").get("unsavedCents").asLong()).isEqualTo(30_000_000);
        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("stop-payment", "follow-up");
        assertThat(savedToday()).isEqualTo(before);
        JsonNode log = city.get("privacy", "/api/audit/entries?action=warning.figure.corrected")
                .get("items");
        assertThat(log.toString()).contains(id, "saved -300000.00");
    }

    @Test
    void fu05_afterThirtyDaysTheFigureIsFinal() throws SQLException {
        String id = saved();
        asOwner("update warning.episode set closed_at = closed_at - interval '31 days' where id = '" + id + "'");

        JsonNode lost = city.post("clerk", path(id), "{\"result\":\"lost\",\"lostCents\":5000000}");

        assertThat(lost.get("state").asString()).isEqualTo("follow-up");
        assertThat(lost.get("outcome").get("savedCents").asLong()).isEqualTo(30_000_000);
        assertThat(lost.get("followUps").get("unsavedCents").asLong()).isZero();
    }

    @Test
    void whatIsStillOpenIsNotFollowedUp() {
        String id = city.warned("high", false, STREET);

        assertThat(city.refused(409, "clerk", path(id), "{\"result\":\"lost\",\"lostCents\":100}"))
                .isEqualTo("warning.not-to-follow-up");
    }

    /** Cents saved of the warnings of today, summed independently of the wallboard's own query. */
    private long savedToday() {
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var sum = statement.executeQuery("select coalesce(sum(saved_cents), 0) from warning.episode")) {
            sum.next();
            return sum.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plan of this episode as if so many days had gone by; waits for the clock to see it. */
    private void daysPass(String id, int day) throws SQLException, InterruptedException {
        asOwner("update warning.follow_up set due_at = lianxin_now() where day = " + day + " and episode_id = '" + id
                + "'");
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (city.openOrders(id).isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
        }
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

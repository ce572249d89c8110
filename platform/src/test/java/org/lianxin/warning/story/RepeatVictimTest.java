package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
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

/** FU-07: somebody is warned again months later; the clerk sees what was tried then and what worked. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RepeatVictimTest {

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

    private static String path(String id, String deed) {
        return "/api/warning/episodes/" + id + "/" + deed;
    }

    private JsonNode opened(String account, String id) {
        return city.post(account, path(id, "open"), "{\"purpose\":\"dissuade\"}");
    }

    private void called(String id, String result) {
        String phone = opened("clerk", id).get("phones").get(0).get("id").asString();
        String call = city.post("clerk", path(id, "calls"), "{\"phoneId\":\"%s\"}".formatted(phone))
                .get("callId")
                .asString();
        city.post("clerk", path(id, "calls/" + call + "/result"), result);
    }

    /** The first warning: nobody answered, then a talk that worked; later a loss all the same. Months ago by now. */
    private String before(String phone) throws SQLException {
        String number = city.signal(phone, "medium", false, STREET);
        String id = city.episodeOf(number);
        called(id, "{\"result\":\"no-answer\"}");
        called(
                id,
                "{\"result\":\"reached\",\"belief\":\"believes\",\"way\":[\"disbelieves\",\"believes\"],\"scriptType\":\"fake-prosecutor\",\"scriptVersion\":1}");
        city.outcome("clerk", id, "{\"kind\":\"reached\"}");
        city.post("clerk", path(id, "follow-ups"), "{\"result\":\"lost\",\"lostCents\":1200000}");
        city.outcome("clerk", id, "{\"kind\":\"reached\"}");
        monthsPass(id);
        return number;
    }

    @Test
    void fu07_theClerkSeesWhatWasTriedLastTimeAndWhatWorked() throws SQLException {
        String phone = WorkingCity.freshPhone();
        String number = before(phone);

        String again = city.episodeOf(city.signal(phone, "high", false, STREET));
        assertThat(city.episode("clerk", again).toString()).doesNotContain(number);
        JsonNode earlier = opened("clerk", again).get("earlier");

        assertThat(texts(earlier, "number")).containsExactly(number);
        JsonNode last = earlier.get(0);
        assertThat(last.get("worked").asString()).isEqualTo("打通本人电话");
        assertThat(texts(last.get("tried"), "what")).containsExactly("电话无人接听", "电话接通", "结果：已劝阻", "回访：后来受损，重新打开");
        assertThat(last.get("beliefs").valueStream().map(JsonNode::asString))
                .containsExactly("disbelieves", "believes");
        assertThat(last.get("lostCents").asLong()).isEqualTo(1_200_000);
        assertThat(last.get("lostLater").asBoolean()).isTrue();
    }

    @Test
    void fu07_nothingIsShownFromBeyondTheReadersReachNorOfSomebodyElse() throws SQLException {
        String phone = WorkingCity.freshPhone();
        before(phone);
        String body = """
                {"sourceId":"%s","source":"省反诈中心","occurredAt":"%s","name":"包玉兰","phone":"%s","scamType":"冒充公检法",
                 "level":"high","address":"内蒙古通辽市科尔沁区西门街道"}""";
        String elsewhere = WorkingCity.read(
                        city.as("far")
                                .post("/api/warning/signals", body.formatted(UUID.randomUUID(), Instant.now(), phone)),
                        201)
                .get("episodeNumber")
                .asString();
        String id = city.get("far", "/api/warning/episodes?q=" + elsewhere)
                .get("items")
                .get(0)
                .get("id")
                .asString();

        assertThat(opened("far", id).get("earlier")).isEmpty();
        assertThat(opened("clerk", city.warned("high", false, STREET)).get("earlier"))
                .isEmpty();
    }

    private void monthsPass(String id) throws SQLException {
        var database = instance.database();
        try (Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var statement = owner.createStatement()) {
            statement.execute("""
                    update warning.episode set first_signal_at = first_signal_at - interval '80 days',
                        last_signal_at = last_signal_at - interval '80 days', received_at = received_at - interval '80 days',
                        closed_at = closed_at - interval '80 days'
                    where id = '%s'""".formatted(id));
            statement.execute(
                    "update warning.signal set occurred_at = occurred_at - interval '80 days' where episode_id = '%s'"
                            .formatted(id));
        }
    }
}

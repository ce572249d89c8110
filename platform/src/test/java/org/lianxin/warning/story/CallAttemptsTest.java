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

/** Nobody answers: what the service does by itself, call by call. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CallAttemptsTest {

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

    /** Calls the person's own number; what the page knows afterwards. */
    private JsonNode called(String id, String result) {
        return recorded(id, dialled(id), "{\"result\":\"%s\"}".formatted(result));
    }

    private String dialled(String id) {
        JsonNode opened = city.post("clerk", path(id, "open"), "{\"purpose\":\"dissuade\"}");
        String ask = "{\"phoneId\":\"%s\"}"
                .formatted(opened.get("phones").get(0).get("id").asString());
        return city.post("clerk", path(id, "calls"), ask).get("callId").asString();
    }

    private JsonNode recorded(String id, String call, String body) {
        return city.post("clerk", path(id, "calls/" + call + "/result"), body).get("calls");
    }

    @Test
    void ca08_ca09_threeAttemptsThenAMessageThenAVisitWhenNobodyAnswersIt() throws SQLException, InterruptedException {
        String id = city.warned("medium", false, STREET);
        assertThat(city.openOrders(id)).containsExactly("call");

        JsonNode first = called(id, "no-answer");
        assertThat(first.get("step").asString()).isEqualTo("second");
        assertThat(first.get("attempts").asInt()).isEqualTo(1);
        assertThat(first.get("next").asString()).isEqualTo("没人接，到时再拨。");
        assertThat(first.get("nextAt").isNull()).isFalse();
        assertThat(called(id, "busy").get("rule").asString()).isEqualTo("CA-03");
        JsonNode third = called(id, "no-answer");
        assertThat(third.get("step").asString()).isEqualTo("messaged");
        assertThat(texts(city.episode("clerk", id).get("history"), "what")).contains("发出短信");
        assertThat(city.openOrders(id)).containsExactly("call");

        asOwner("update warning.call_step set next_at = next_at - interval '15 minutes' where episode_id = '" + id
                + "'");

        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (city.openOrders(id).size() < 2 && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
        }
        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "visit");
        assertThat(city.episode("clerk", id).get("calls").get("step").asString())
                .isEqualTo("visit");
    }

    @Test
    void ca06_whoIsSwitchedOffIsSoughtThroughOthersAtOnce() {
        String id = city.warned("medium", false, STREET);

        assertThat(called(id, "switched-off").get("rule").asString()).isEqualTo("CA-06");

        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "call-others");
        called(id, "switched-off");
        assertThat(city.openOrders(id)).hasSize(2);
    }

    @Test
    void ca07_aWrongNumberSendsSomebodyAtOnce() {
        String id = city.warned("medium", false, STREET);

        assertThat(called(id, "wrong-number").get("step").asString()).isEqualTo("visit");

        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "call-others", "visit");
    }

    @Test
    void ca11_whileMoneyMovesNoTextIsSent() {
        String id = city.warned("high", true, STREET);
        called(id, "no-answer");
        called(id, "refused");

        JsonNode third = called(id, "no-answer");

        assertThat(third.get("rule").asString()).isEqualTo("CA-11");
        assertThat(texts(city.episode("clerk", id).get("history"), "what")).doesNotContain("发出短信");
        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "visit");
    }

    @Test
    void ca01_aResultPutRightIsNoNewAttempt() {
        String id = city.warned("medium", false, STREET);
        String call = dialled(id);
        recorded(id, call, "{\"result\":\"busy\"}");

        JsonNode right = recorded(id, call, "{\"result\":\"no-answer\"}");

        assertThat(right.get("step").asString()).isEqualTo("second");
        assertThat(right.get("made").get(0).get("result").asString()).isEqualTo("no-answer");
    }

    @Test
    void ca12_howThePersonTookItAndTheScriptAreKeptWithTheCall() {
        String id = city.warned("medium", false, STREET);
        String call = dialled(id);
        String said = """
                {"result":"reached","belief":"believes","way":["disbelieves","unsure","believes"],"scriptType":"fake-prosecutor",
                 "scriptVersion":%d}""";
        assertThat(city.refused(422, "clerk", path(id, "calls/" + call + "/result"), said.formatted(4711)))
                .isEqualTo("shared.invalid");

        JsonNode calls = recorded(id, call, said.formatted(1));

        JsonNode made = calls.get("made").get(0);
        assertThat(calls.get("step").asString()).isEqualTo("spoken");
        assertThat(made.get("belief").asString()).isEqualTo("believes");
        assertThat(made.get("way").valueStream().map(JsonNode::asString))
                .containsExactly("disbelieves", "unsure", "believes");
        assertThat(made.get("scriptVersion").asInt()).isEqualTo(1);
        assertThat(made.get("by").asString()).isEqualTo("乌云");
    }

    private void asOwner(String sql) throws SQLException {
        var database = instance.database();
        try (Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

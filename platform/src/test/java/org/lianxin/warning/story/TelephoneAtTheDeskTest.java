package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Exchange;
import org.lianxin.testing.Exchange.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Click to call through the centre's own exchange, from the request to what the clerk sees of it. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TelephoneAtTheDeskTest {

    /** The exchange knows the clerk's telephone by the clerk's staff number (TE-05). */
    private static final String DESK = "0001";

    private static final Exchange EXCHANGE = new Exchange();

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    private WorkingCity city;
    private String person;
    private String id;

    @DynamicPropertySource
    static void theExchange(DynamicPropertyRegistry settings) {
        settings.add("lianxin.telephony.host", () -> "127.0.0.1");
        settings.add("lianxin.telephony.port", EXCHANGE::port);
        settings.add("lianxin.telephony.user", () -> "lianxin");
        settings.add("lianxin.telephony.password", () -> Exchange.PASSWORD);
    }

    @BeforeEach
    void aWarningOnTheScreen() {
        city = new WorkingCity(port, staffing, units);
        EXCHANGE.telephones.put(DESK, new Reply(200, 0));
        person = WorkingCity.freshPhone();
        id = city.episodeOf(city.signal(person, "medium", false, STREET));
    }

    @AfterAll
    static void close() {
        EXCHANGE.close();
    }

    private String dial() {
        JsonNode opened = city.post("clerk", path("open"), "{\"purpose\":\"dissuade\"}");
        String phone = opened.get("phones").get(0).get("id").asString();
        return city.post("clerk", path("calls"), "{\"phoneId\":\"%s\"}".formatted(phone))
                .get("callId")
                .asString();
    }

    private String path(String deed) {
        return "/api/warning/episodes/" + id + "/" + deed;
    }

    /** The newest call as the clerk's screen has it, once it is as asked. */
    private JsonNode call(Predicate<JsonNode> met) throws InterruptedException {
        JsonNode calls = city.episode("clerk", id).get("calls");
        for (int i = 0; i < 200 && !met.test(calls.get("made").get(0)); i++) {
            Thread.sleep(50);
            calls = city.episode("clerk", id).get("calls");
        }
        assertThat(met.test(calls.get("made").get(0)))
                .as("%s, %s", calls, EXCHANGE.heard)
                .isTrue();
        return calls;
    }

    private static Predicate<JsonNode> on(String line) {
        return call -> call.get("line").asString().equals(line);
    }

    @Test
    void te04_whatTheNetworkSaysIsSuggestedAndTheClerkRecordsIt() throws Exception {
        EXCHANGE.telephones.put(person, new Reply(480, 20));
        String call = dial();

        JsonNode calls = call(on("ended"));

        assertThat(calls.get("made").get(0).get("suggested").asString()).isEqualTo("switched-off");
        assertThat(calls.get("made").get(0).get("says").asString()).contains("关机");
        assertThat(calls.get("made").get(0).get("result").isNull()).isTrue();
        assertThat(calls.get("attempts").asInt()).isZero();
        city.post("clerk", path("calls/" + call + "/result"), "{\"result\":\"switched-off\"}");
        assertThat(call(on("ended")).get("rule").asString()).isEqualTo("CA-06");
    }

    @Test
    void te01_theClerkSpeaksAndHangsUpOnTheScreen() throws Exception {
        EXCHANGE.telephones.put(person, new Reply(200, 0));
        String call = dial();
        call(on("talking"));

        assertThat(city.as("second")
                        .post(path("calls/" + call + "/hang-up"), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(city.as("clerk").post(path("calls/" + call + "/hang-up"), "").statusCode())
                .isEqualTo(204);

        assertThat(call(on("ended")).get("made").get(0).get("suggested").isNull())
                .isTrue();
        assertThat(city.refused(409, "clerk", path("calls/" + call + "/hang-up"), ""))
                .isEqualTo("warning.call-not-on-line");
    }

    @Test
    void te03_aCallThatWasNotMadeIsNoAttemptAndSaysWhatToDo() throws Exception {
        EXCHANGE.telephones.put(person, new Reply(503, 0));
        String call = dial();

        JsonNode calls = call(on("ended"));

        assertThat(calls.get("made").get(0).get("result").asString()).isEqualTo("not-made");
        assertThat(calls.get("made").get(0).get("says").asString()).contains("手边的电话");
        assertThat(calls.get("step").asString()).isEqualTo("first");
        assertThat(texts(city.episode("clerk", id).get("history"), "what")).contains("电话没有拨出");

        city.post("clerk", path("calls/" + call + "/result"), "{\"result\":\"no-answer\"}");

        assertThat(call(on("ended")).get("step").asString()).isEqualTo("second");
    }
}

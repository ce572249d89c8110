package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** F4: the awakening room, step by step: two specialists, nothing skipped, nobody held. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AwakeningTest {

    private static final String ROOM = "/api/warning/awakenings/";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Value("${lianxin.data}")
    private Path data;

    private WorkingCity city;
    private String episode = "";

    @BeforeEach
    void aPersonWhoDoesNotBelieve() {
        city = new WorkingCity(port, staffing, units);
        episode = city.warned("high", false, STREET);
    }

    /** The officer has an order to go there, and so sees the episode. */
    private void anOfficerIsSent() {
        city.post("officer", "/api/order/orders/" + city.orderOn(episode, "visit") + "/sign", "{}");
    }

    private String opened() {
        return city.post("clerk", sessions(), "{\"told\":true}")
                .get("line")
                .get("id")
                .asString();
    }

    private String sessions() {
        return "/api/warning/episodes/" + episode + "/awakenings";
    }

    private JsonNode act(String account, String id, String what, String body) {
        return city.post(account, ROOM + id + "/" + what, body);
    }

    private String refused(int status, String account, String id, String what, String body) {
        return city.refused(status, account, ROOM + id + "/" + what, body);
    }

    private JsonNode finish(String id, String step) {
        return act("county", id, "steps", "{\"step\":\"" + step + "\"}");
    }

    private static String state(JsonNode session) {
        return session.get("line").get("state").asString();
    }

    /** A session with both specialists, in the given step. */
    private String inStep(String step) {
        String id = opened();
        act("county", id, "presence", "{\"present\":true}");
        act("clerk", id, "belief", "{\"belief\":\"disbelieves\"}");
        if (!step.equals("listening")) {
            finish(id, "listening");
        }
        if (step.equals("reading") || step.equals("agreeing")) {
            answerAll(id);
            finish(id, "testing");
        }
        if (step.equals("agreeing")) {
            showAll(id);
            finish(id, "reading");
        }
        return id;
    }

    private JsonNode answerAll(String id) {
        JsonNode session = city.get("clerk", ROOM + id);
        for (int i = 0; i < 5; i++) {
            session = act("clerk", id, "answers", "{\"question\":" + i + ",\"option\":0}");
        }
        return session;
    }

    private void showAll(String id) {
        city.get("clerk", ROOM + id)
                .get("pages")
                .forEach(page -> act(
                        "clerk", id, "pages", "{\"page\":\"" + page.get("page").asString() + "\"}"));
    }

    @Test
    void aw01_itBeginsOnlyWhenThePersonWasToldThatItIsVoluntary() {
        assertThat(city.refused(422, "clerk", sessions(), "{\"told\":false}")).isEqualTo("warning.awakening-voluntary");
        assertThat(city.refused(422, "clerk", sessions(), "{}")).isEqualTo("warning.awakening-voluntary");

        String id = opened();

        assertThat(city.refused(409, "county", sessions(), "{\"told\":true}")).isEqualTo("warning.awakening-running");
        assertThat(texts(city.get("county", sessions()).get("items"), "id")).containsExactly(id);
        assertThat(texts(city.episode("clerk", episode).get("history"), "what")).contains("请到唤醒室，开始唤醒");
    }

    @Test
    void aw02_twoDifferentPeopleMustBeThereAndOneCannotBeBoth() {
        String id = opened();
        act("clerk", id, "belief", "{\"belief\":\"unsure\"}");
        act("clerk", id, "presence", "{\"present\":true}");

        assertThat(city.get("clerk", ROOM + id).get("specialists")).hasSize(1);
        assertThat(refused(409, "clerk", id, "steps", "{\"step\":\"listening\"}"))
                .isEqualTo("warning.awakening-not-yet");
        assertThat(refused(409, "county", id, "steps", "{\"step\":\"listening\"}"))
                .isEqualTo("warning.awakening-not-there");

        act("county", id, "presence", "{\"present\":true}");
        anOfficerIsSent();
        assertThat(refused(409, "officer", id, "presence", "{\"present\":true}"))
                .isEqualTo("warning.awakening-two-there");
        assertThat(state(finish(id, "listening"))).isEqualTo("testing");
    }

    @Test
    void aw03_whenOneLeavesItPausesAndGoesOnWithTwo() {
        String id = inStep("testing");

        JsonNode left = act("county", id, "presence", "{\"present\":false}");
        assertThat(state(left)).isEqualTo("paused");
        assertThat(refused(409, "clerk", id, "answers", "{\"question\":0,\"option\":0}"))
                .isEqualTo("warning.awakening-paused");
        assertThat(refused(409, "clerk", id, "deeds", "{\"deed\":\"resume\"}")).isEqualTo("warning.awakening-not-yet");

        anOfficerIsSent();
        act("officer", id, "presence", "{\"present\":true}");
        JsonNode on = act("officer", id, "deeds", "{\"deed\":\"resume\"}");
        assertThat(state(on)).isEqualTo("testing");
        assertThat(on.get("specialists")).hasSize(3);
        assertThat(texts(on.get("events"), "deed")).contains("leave", "resume");
    }

    @Test
    void aw04_aSkippedStepIsRefusedWithTheOneThatComesFirst() {
        String id = inStep("testing");

        JsonNode problem =
                WorkingCity.read(city.as("clerk").post(ROOM + id + "/steps", "{\"step\":\"agreeing\"}"), 409);
        assertThat(problem.get("code").asString()).isEqualTo("warning.awakening-skipped");
        assertThat(problem.get("detail").asString()).contains("第 4 步“约定回访”", "第 2 步“知识测试”");
        assertThat(refused(409, "clerk", id, "steps", "{\"step\":\"reading\"}")).isEqualTo("warning.awakening-skipped");
        assertThat(refused(409, "clerk", id, "steps", "{\"step\":\"listening\"}"))
                .isEqualTo("warning.awakening-finished");
        assertThat(refused(409, "clerk", id, "steps", "{\"step\":\"testing\"}")).isEqualTo("warning.awakening-not-yet");
        assertThat(refused(409, "clerk", id, "pages", "{\"page\":\"own\"}"))
                .isEqualTo("warning.awakening-not-in-this-step");
    }

    @Test
    void aw06_noRightAnswerIsToldBeforeTheQuestionIsAnsweredAndAnAnswerStays() {
        String id = inStep("testing");

        JsonNode before = city.get("clerk", ROOM + id);
        assertThat(before.get("questions")).hasSize(5);
        assertThat(before.get("questions")).allMatch(each -> each.get("right").isNull());
        assertThat(before.get("result").isNull()).isTrue();

        JsonNode one = act("clerk", id, "answers", "{\"question\":2,\"option\":1}");
        assertThat(one.get("questions").get(2).get("why").asString()).isNotBlank();
        assertThat(one.get("questions").get(3).get("right").isNull()).isTrue();
        assertThat(refused(409, "clerk", id, "answers", "{\"question\":2,\"option\":0}"))
                .isEqualTo("warning.awakening-answered");
        assertThat(refused(422, "clerk", id, "answers", "{\"question\":9,\"option\":0}"))
                .isEqualTo("shared.invalid");
    }

    @Test
    void aw08_aw09_allFourStepsLeadToARevisitAndARecord() {
        String id = inStep("agreeing");
        assertThat(refused(409, "clerk", id, "steps", "{\"step\":\"agreeing\"}"))
                .isEqualTo("warning.awakening-not-yet");
        assertThat(city.openOrders(episode)).doesNotContain("follow-up");

        JsonNode done = act("clerk", id, "steps", """
                {"step":"agreeing","after":"believes","agreed":["no-transfer","family"],"days":7,"words":"女儿一起来了，软件已卸"}""");

        assertThat(state(done)).isEqualTo("done");
        assertThat(done.get("result").get("of").asInt()).isEqualTo(5);
        assertThat(texts(done.get("specialists"), "name")).containsExactly("乌云", "测试county");
        assertThat(city.openOrders(episode)).contains("follow-up");
        JsonNode after = city.episode("clerk", episode);
        assertThat(after.get("state").asString()).isNotEqualTo("closed");
        assertThat(texts(after.get("history"), "what")).contains("唤醒四步做完，约定了回访");
        assertThat(done.toString()).doesNotContain("女儿");
        assertThat(city.post("clerk", "/api/warning/episodes/" + episode + "/open", "{\"purpose\":\"dissuade\"}")
                        .get("notes")
                        .toString())
                .contains("女儿一起来了");
        assertThat(refused(409, "clerk", id, "deeds", "{\"deed\":\"pause\",\"reason\":\"rest\"}"))
                .isEqualTo("warning.awakening-over");
        assertThat(city.get("clerk", "/api/warning/awakenings").toString()).doesNotContain("result", "\"right\"");
        assertThat(city.get("privacy", "/api/audit/entries?action=warning.awakening.done")
                        .toString())
                .contains(episode);
    }

    @Test
    void aw10_whoStillDoesNotBelieveIsVisited() {
        String id = inStep("agreeing");
        city.outcome("clerk", episode, "{\"kind\":\"not-believed\"}");
        String visit = city.orderOn(episode, "visit");

        act("clerk", id, "steps", "{\"step\":\"agreeing\",\"after\":\"disbelieves\",\"days\":1}");

        assertThat(city.orderOn(episode, "visit")).isEqualTo(visit);
        assertThat(city.openOrders(episode)).contains("visit").doesNotContain("follow-up");
    }

    @Test
    void aw01_aw11_itIsBrokenOffAtAnyTimeWithAKindOfReasonAndAnotherMayFollow() {
        String id = inStep("reading");
        act("clerk", id, "deeds", "{\"deed\":\"pause\",\"reason\":\"rest\"}");
        assertThat(refused(422, "clerk", id, "deeds", "{\"deed\":\"break-off\",\"reason\":\"他不听\"}"))
                .isEqualTo("warning.awakening-reason");

        JsonNode over = act("clerk", id, "deeds", "{\"deed\":\"break-off\",\"reason\":\"person-left\"}");

        assertThat(state(over)).isEqualTo("broken-off");
        assertThat(texts(city.episode("clerk", episode).get("history"), "what")).contains("唤醒中止");
        assertThat(opened()).isNotEqualTo(id);
    }

    @Test
    void aw12_nobodyIsAskedInAboutWhatHasEndedAndWhoCannotSeeTheEpisodeSeesNoSession() {
        String id = opened();
        city.outcome("clerk", episode, "{\"kind\":\"reached\"}");

        assertThat(city.refused(404, "far", ROOM + id + "/presence", "{\"present\":true}"))
                .isEqualTo("shared.missing");
        assertThat(city.as("far").get(ROOM + id).statusCode()).isEqualTo(404);
        act("clerk", id, "deeds", "{\"deed\":\"break-off\",\"reason\":\"person-declined\"}");
        assertThat(city.refused(409, "clerk", sessions(), "{\"told\":true}")).isEqualTo("warning.episode-closed");
    }

    @Test
    void aVideoIsPlayedWhereTheOperatorHasPutOneAndNowhereElse() throws IOException {
        String video = "/api/warning/handbook-videos/fake-prosecutor";
        assertThat(city.as("clerk").get(video).statusCode()).isEqualTo(404);
        assertThat(city.get("clerk", ROOM + opened()).get("video").asBoolean()).isFalse();
        Path file = Files.createDirectories(data.resolve("videos")).resolve("fake-prosecutor.mp4");
        Files.writeString(file, "not really a film");
        try {
            assertThat(city.as("clerk").get(video).body()).isEqualTo("not really a film");
            assertThat(city.as("clerk")
                            .get("/api/warning/handbook-videos/..%2Fkeys")
                            .statusCode())
                    .isBetween(400, 404);
        } finally {
            Files.delete(file);
        }
    }
}

package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Predicate;
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

/** People write back, and people ring the hotline: is this caller genuine, and have they read what we wrote? */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TextRepliesTest {

    private static final String HANDSETS = "/api/notification/simulator";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private Instance instance;

    private WorkingCity city;
    private String phone;
    private String id;

    /** Of low risk: a text goes out at once (WA-13). */
    @BeforeEach
    void aPersonWarnedByText() {
        city = new WorkingCity(port, staffing, units);
        phone = WorkingCity.freshPhone();
        id = city.episodeOf(city.signal(phone, "low", false, STREET));
    }

    private JsonNode handset(Predicate<String> words) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            for (JsonNode each :
                    city.get("clerk", HANDSETS + "?q=" + lastFour()).get("items")) {
                if (words.test(each.get("text").asString())) {
                    return each;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no such text");
    }

    private String lastFour() {
        return phone.substring(phone.length() - 4);
    }

    private void writesBack(String text) throws InterruptedException {
        String warning = handset(words -> words.contains("您近期可能遇到")).get("id").asString();
        assertThat(city.as("clerk")
                        .post(HANDSETS + "/" + warning + "/reply", "{\"text\":\"%s\"}".formatted(text))
                        .statusCode())
                .isEqualTo(204);
    }

    private String path(String deed) {
        return "/api/warning/episodes/" + id + "/" + deed;
    }

    private String code() {
        JsonNode opened = city.post("clerk", path("open"), "{\"purpose\":\"dissuade\"}");
        String ask = "{\"phoneId\":\"%s\"}"
                .formatted(opened.get("phones").get(0).get("id").asString());
        return city.post("clerk", path("caller-codes"), ask).get("code").asString();
    }

    private JsonNode atHotline(String code) {
        return city.post(
                "clerk",
                "/api/warning/code-checks",
                "{\"code\":\"%s\",\"lastFour\":\"%s\"}".formatted(code, lastFour()));
    }

    private Connection owner() throws SQLException {
        var database = instance.database();
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    private String reachedBy() throws SQLException {
        String sql = "select coalesce(reached_by, 'nobody') from warning.episode where id = '" + id + "'";
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void wa28_whoWasWarnedByTextAndWritesBackIsReachedByMessageAndNothingEnds() throws Exception {
        handset(words -> words.contains("您近期可能遇到"));
        assertThat(reachedBy()).isEqualTo("nobody");
        writesBack("【自动回复】我在开会");
        writesBack("TD");
        assertThat(reachedBy()).isEqualTo("nobody");

        writesBack("知道了，没有转账");

        assertThat(reachedBy()).isEqualTo("message");
        assertThat(texts(city.episode("clerk", id).get("history"), "what")).contains("当事人回了短信");
        assertThat(city.openOrders(id)).containsExactly("call");
        JsonNode opened = city.post("clerk", path("open"), "{\"purpose\":\"dissuade\"}");
        assertThat(opened.get("notes").toString()).contains("知道了，没有转账");
    }

    @Test
    void wa35_aCodeSentByTextIsAnsweredByTextAndUsedUp() throws Exception {
        String code = code();

        writesBack("核验 " + code);

        JsonNode answer = handset(words -> words.contains("核验结果：真实"));
        assertThat(answer.get("text").asString()).contains("工号尾号01").doesNotContain("http", "包", phone);
        writesBack(code);
        assertThat(handset(words -> words.contains("查不到")).get("text").asString())
                .contains("96110");
        assertThat(atHotline(code).get("usedBy").asString()).isEqualTo("message");
        writesBack("核验");
        assertThat(handset(words -> words.contains("请回复来电人员")).get("text").asString())
                .doesNotContain("http");
    }

    @Test
    void wa36_theHotlineIsToldWhyACodeIsNoGoodAndWhatToSay() throws Exception {
        String code = code();

        JsonNode first = atHotline(code);

        assertThat(first.get("verdict").asString()).isEqualTo("genuine");
        assertThat(first.get("staffNumberTail").asString()).isEqualTo("01");
        assertThat(first.get("say").get(0).asString()).contains("是真的");
        assertThat(atHotline(code).get("verdict").asString()).isEqualTo("used");
        assertThat(atHotline("000000").get("verdict").asString()).isEqualTo("not-genuine");
        assertThat(atHotline(code).get("verdict").asString()).isEqualTo("not-genuine");
        assertThat(city.as("officer")
                        .post("/api/warning/code-checks", "{\"code\":\"1\",\"lastFour\":\"1\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void wa36_anExpiredCodeIsToldFromAForgedOneAtTheHotlineOnly() throws Exception {
        String code = code();
        expire();

        JsonNode answer = atHotline(code);

        assertThat(answer.get("verdict").asString()).isEqualTo("expired");
        assertThat(answer.get("unitName").isNull()).isTrue();
        writesBack(code);
        assertThat(handset(words -> words.contains("核验结果")).get("text").asString())
                .contains("查不到");
    }

    private void expire() throws SQLException {
        String sql =
                "update warning.caller_code set valid_until = valid_until - interval '11 minutes' where episode_id = '";
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(sql + id + "'")).isEqualTo(1);
        }
    }
}

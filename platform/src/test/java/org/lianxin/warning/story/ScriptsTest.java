package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.texts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scripts as their keeper edits them: drafted, previewed, live with a reason, and every old version still there. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ScriptsTest {

    private static final String SCRIPTS = "/api/warning/scripts";
    private static final String WHY = "{\"reason\":\"按省厅 11 月通报改了开场\"}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    @Test
    void everyScamTypeHasAScriptFromTheFirstDay() {
        JsonNode types = city.get("clerk", SCRIPTS).get("items");

        assertThat(texts(types, "title"))
                .contains("刷单返利", "虚假投资理财", "虚假贷款", "冒充电商物流客服", "冒充公检法", "虚假征信")
                .contains("冒充领导熟人", "网络婚恋交友", "网络游戏产品虚假交易", "冒充军警购物", "虚假购物服务", "养老诈骗");
        JsonNode spoken = city.get("officer", SCRIPTS + "/sextortion");
        assertThat(spoken.get("version").asInt()).isEqualTo(1);
        assertThat(spoken.get("script").get("questions")).hasSize(8);
        assertThat(spoken.get("script").get("branches").get("hung-up")).hasSizeGreaterThan(1);
    }

    @Test
    void sc08_aTypeOfALaterVersionHasTheGeneralScript() {
        assertThat(city.get("clerk", SCRIPTS + "/not-known-yet").get("scamType").asString())
                .isEqualTo("other");
    }

    @Test
    void sc06_sc07_aDraftChangesNothingUntilItIsLiveAndTheOldVersionStays() {
        String type = SCRIPTS + "/credit-repair";
        String was = content(type, 1);
        String opening = "您好，我是{单位}的{劝阻员}。征信的事不急，听我说一分钟。";
        String is = was.replaceFirst("(?s)## 开场\n.*?\n\n", "## 开场\n" + opening + "\n\n");

        int draft = draft(type, 1, is);
        assertThat(city.get("clerk", type).get("version").asInt()).isEqualTo(1);
        assertThat(city.refused(422, "rules", type + "/versions/" + draft + "/live", "{\"reason\":\" \"}"))
                .isEqualTo("warning.script-reason");

        city.post("rules", type + "/versions/" + draft + "/live", WHY);
        JsonNode live = city.get("clerk", type);
        assertThat(live.get("version").asInt()).isEqualTo(draft);
        assertThat(live.get("script").get("opening").asString())
                .isEqualTo(opening.replace("单位", "unit").replace("劝阻员", "caller"));
        assertThat(content(type, 1)).isEqualTo(was);
        JsonNode versions = city.get("clerk", type + "/versions").get("items");
        assertThat(texts(versions, "state")).containsExactly("live", "retired");
        assertThat(versions.get(0).get("reason").asString()).isEqualTo("按省厅 11 月通报改了开场");
        assertThat(city.refused(409, "rules", type + "/versions/" + draft + "/live", WHY))
                .isEqualTo("warning.script-not-a-draft");
        JsonNode log = city.get("privacy", "/api/audit/entries?action=warning.script.live")
                .get("items");
        assertThat(log.toString()).contains("credit-repair version " + draft + " after 1", "刘洋");
    }

    @Test
    void sc06_aDraftMadeFromAnOlderVersionDoesNotReplaceAColleaguesWork() {
        String type = SCRIPTS + "/romance";
        String content = content(type, 1);
        int mine = draft(type, 1, content + "\n- 慢一点。\n");
        int colleagues = draft(type, 1, content + "\n- 再慢一点。\n");
        city.post("rules", type + "/versions/" + colleagues + "/live", WHY);

        assertThat(city.refused(409, "rules", type + "/versions/" + mine + "/live", WHY))
                .isEqualTo("warning.script-outdated");
    }

    @Test
    void sc01_whatIsNotWholeMayBeKeptAsADraftButNeverSpoken() {
        String type = SCRIPTS + "/game-trade";
        String broken = content(type, 1).replace("## 八问", "## 九问");
        JsonNode preview = city.post("rules", SCRIPTS + "/preview", body("content", broken));
        assertThat(preview.get("script").isNull()).isTrue();
        assertThat(texts(preview.get("flaws"), "message")).contains("缺少这一节：“## 八问”。");
        assertThat(Browser.signedIn("http://localhost:" + port, "rules", Tongliao.PASSWORD)
                        .inEnglish()
                        .post(SCRIPTS + "/preview", body("content", broken))
                        .body())
                .contains("This part is missing");

        int draft = draft(type, 1, broken);
        assertThat(city.refused(422, "rules", type + "/versions/" + draft + "/live", WHY))
                .isEqualTo("warning.script-flawed");
        assertThat(city.get("clerk", type).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void onlyTheKeeperChangesWhatIsSaid() {
        String type = SCRIPTS + "/romance";
        String content = "{\"base\":1,\"content\":\"# 别的\"}";
        assertThat(city.refused(403, "clerk", type + "/versions", content)).isEqualTo("shared.forbidden");
        assertThat(city.refused(403, "clerk", type + "/versions/1/live", WHY)).isEqualTo("shared.forbidden");
        assertThat(city.refused(404, "rules", SCRIPTS + "/nothing/versions", content))
                .isEqualTo("shared.missing");
    }

    private int draft(String type, int base, String content) {
        String body = JSON.writeValueAsString(java.util.Map.of("base", base, "content", content));
        return city.post("rules", type + "/versions", body).get("version").asInt();
    }

    private String content(String type, int version) {
        return city.get("clerk", type + "/versions")
                .get("items")
                .valueStream()
                .filter(each -> each.get("version").asInt() == version)
                .map(each -> each.get("content").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String body(String field, String text) {
        return JSON.writeValueAsString(java.util.Map.of(field, text));
    }
}

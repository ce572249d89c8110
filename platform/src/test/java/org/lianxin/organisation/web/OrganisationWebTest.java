package org.lianxin.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.PeopleApplication;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = PeopleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrganisationWebTest {

    private static final String API = "/api/organisation";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    @Test
    void everybodySignedInFindsUnitsButOnlyThoseInChargeSeePeople() {
        Browser clerk = signedIn("clerk");
        assertThat(clerk.get(API + "/units").body()).contains("内蒙古自治区公安厅", "\"childCount\":1");
        assertThat(clerk.get(API + "/units?q=%E7%8F%A0%E6%96%AF").body()).contains("珠斯花派出所");
        assertThat(clerk.get(API + "/units?parent=" + id("150502")).body()).contains("西门派出所", "明仁派出所");
        assertThat(clerk.get(API + "/staff").statusCode()).isEqualTo(403);
        HttpResponse<String> chief = signedIn("chief").get(API + "/staff");
        assertThat(chief.body()).contains("陈立", "巴图", "139****0004").doesNotContain("苏日娜", "周宁", "13904750004");
    }

    @Test
    void aUnitIsMadeChangedAndGivenItsJurisdictionByItsAdministrator() {
        Browser admin = signedIn("admin");
        HttpResponse<String> made = admin.post(API + "/units", """
                {"code":"150581-new","parentId":"%s","name":"达来胡硕派出所","level":"station","duties":[]}""".formatted(id("150581")));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(admin.post(API + "/units", """
                {"code":"150581-new","parentId":"%s","name":"again","level":"station"}""".formatted(id("150581"))).statusCode())
                .isEqualTo(409);
        HttpResponse<String> given = admin.post(API + "/units/" + id("150581-new") + "/jurisdictions", """
                {"jurisdictions":[{"kind":"division","code":"150581003"}]}""");
        assertThat(given.body()).contains("\"code\":\"150581003\"");
        assertThat(units.answeringFor("150581003"))
                .isInstanceOfSatisfying(
                        Units.Answering.By.class,
                        by -> assertThat(by.unit().name()).isEqualTo("达来胡硕派出所"));
        assertThat(admin.post(API + "/units/" + id("150581-new") + "/jurisdictions", "{\"jurisdictions\":[]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAdministratorHasNoSayBeyondTheirOwnReach() {
        Browser elsewhere = signedIn("elsewhere");
        String body = "{\"name\":\"改名\",\"level\":\"county\"}";
        HttpResponse<String> foreign = elsewhere.put(API + "/units/" + id("150581"), body);
        HttpResponse<String> missing = elsewhere.put(API + "/units/" + UUID.randomUUID(), body);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replaceAll("\"instance\":\"[^\"]*\"", ""))
                .isEqualTo(missing.body().replaceAll("\"instance\":\"[^\"]*\"", ""));
        HttpResponse<String> all = elsewhere.post(API + "/staff", person("0900", "150502", "ALL"));
        assertThat(all.statusCode()).isEqualTo(403);
        assertThat(all.body()).contains("organisation.beyond-scope");
        assertThat(elsewhere
                        .post(API + "/staff", person("0901", "150581", "UNIT"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPersonIsAddedSignsInAndIsBlocked() {
        Browser admin = signedIn("admin");
        assertThat(admin.post(API + "/staff", person("0902", "150581", "UNIT")).statusCode())
                .isEqualTo(201);
        Browser fresh = Browser.signedIn(address(), "p0902", "a long new password");
        assertThat(fresh.get(API + "/me").statusCode()).isEqualTo(200);
        String id = fresh.get(API + "/me").body().replaceAll(".*\"staffId\":\"([^\"]*)\".*", "$1");
        String blocked = person("0902", "150581", "UNIT").replace("\"name\"", "\"state\":\"blocked\",\"name\"");
        assertThat(admin.put(API + "/staff/" + id, blocked).statusCode()).isEqualTo(200);
        assertThat(fresh.get(API + "/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsItAndToOneThatIsHardToGuess() {
        staffing.apply(Tongliao.roster());
        Browser rules = signedIn("rules");
        assertThat(rules.post(API + "/me/password", "{\"current\":\"wrong\",\"fresh\":\"grass on the hill\"}")
                        .body())
                .contains("organisation.password-wrong");
        for (String weak : new String[] {"short", "1234567890", "aaaaaaaaaaaaa", "rules rules"}) {
            assertThat(rules.post(
                                    API + "/me/password",
                                    "{\"current\":\"%s\",\"fresh\":\"%s\"}".formatted(Tongliao.PASSWORD, weak))
                            .statusCode())
                    .as(weak)
                    .isEqualTo(422);
        }
        Browser other = signedIn("rules");
        assertThat(rules.post(
                                API + "/me/password",
                                "{\"current\":\"%s\",\"fresh\":\"grass on the hill\"}".formatted(Tongliao.PASSWORD))
                        .statusCode())
                .isEqualTo(204);
        assertThat(rules.get(API + "/me").statusCode()).isEqualTo(200);
        assertThat(other.get(API + "/me").statusCode()).as("other sessions end").isEqualTo(401);
    }

    @Test
    void aOneTimeCodeOpensNothingButItsOwnChange() {
        Browser admin = signedIn("admin");
        admin.post(API + "/staff", person("0903", "150581", "UNIT"));
        Browser lost = Browser.signedIn(address(), "p0903", "a long new password");
        String id = lost.get(API + "/me").body().replaceAll(".*\"staffId\":\"([^\"]*)\".*", "$1");
        HttpResponse<String> told = admin.post(API + "/staff/" + id + "/one-time-code", "{}");
        String code = told.body().replaceAll(".*\"code\":\"([^\"]*)\".*", "$1");
        assertThat(code).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(lost.get(API + "/me").statusCode()).as("sessions end").isEqualTo(401);
        Browser back = Browser.signedIn(address(), "p0903", code);
        assertThat(back.get(API + "/me").body()).contains("\"passwordDue\":true");
        assertThat(back.get(API + "/units").body()).contains("organisation.password-due");
        assertThat(back.post(
                                API + "/me/password",
                                "{\"current\":\"%s\",\"fresh\":\"grass on the hill\"}".formatted(code))
                        .statusCode())
                .isEqualTo(204);
        assertThat(back.get(API + "/units").statusCode()).isEqualTo(200);
        assertThat(admin.post(API + "/staff/" + UUID.randomUUID() + "/one-time-code", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aShiftIsSetShownAndEnded() {
        Browser chief = signedIn("chief");
        String staff = chief.get(API + "/staff").body().replaceAll(".*?\"id\":\"([^\"]*)\".*", "$1");
        java.time.Instant now = java.time.Instant.now();
        String shift = "{\"staffId\":\"%s\",\"unitId\":\"%s\",\"duty\":\"on-call\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(staff, id("150581"), now.minusSeconds(60), now.plusSeconds(3600));
        assertThat(chief.post(API + "/duty", shift).statusCode()).isEqualTo(201);
        String week = API + "/duty?from=" + now.minusSeconds(3600) + "&until=" + now.plusSeconds(7 * 24 * 3600);
        String shown = chief.get(week).body();
        assertThat(shown).contains("\"duty\":\"on-call\"", "\"unitName\"");
        String shiftId = shown.replaceAll(".*\"id\":\"([^\"]*)\",\"staffId\":\"[^}]*\"duty\":\"on-call\".*", "$1");
        assertThat(signedIn("elsewhere").delete(API + "/duty/" + shiftId).statusCode())
                .as("not in charge here")
                .isEqualTo(404);
        assertThat(chief.delete(API + "/duty/" + shiftId).statusCode()).isEqualTo(204);
        assertThat(chief.delete(API + "/duty/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        String later = API + "/duty?from=" + now.plusSeconds(600) + "&until=" + now.plusSeconds(3600);
        assertThat(chief.get(later).body()).doesNotContain("on-call");
    }

    @Test
    void unitsAreFoundByThePinyinInitialsOfTheirNames() {
        assertThat(signedIn("clerk").get(API + "/units?q=zsh").body()).contains("珠斯花派出所");
    }

    @Test
    void sessionsAreListedAndEnded() {
        Browser first = signedIn("officer");
        Browser second = signedIn("officer");
        String sessions = second.get(API + "/sessions").body();
        assertThat(sessions).contains("\"mine\":true", "\"mine\":false");
        String other = sessions.replaceAll(".*\"id\":\"([^\"]*)\"[^}]*\"mine\":false.*", "$1");
        assertThat(second.delete(API + "/sessions/" + other).statusCode()).isEqualTo(204);
        assertThat(second.delete(API + "/sessions/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(first.get(API + "/me").statusCode() + second.get(API + "/me").statusCode())
                .isEqualTo(401 + 200);
    }

    @Test
    void aMachinesTokenIsToldOnceAndOpensNothingButItsScope() {
        Browser admin = signedIn("admin");
        HttpResponse<String> made =
                admin.post(API + "/clients", "{\"name\":\"national-platform\",\"scopes\":[\"warning:submit\"]}");
        String token = made.body().replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
        assertThat(token).startsWith("lx_").hasSizeGreaterThan(40);
        String list = admin.get(API + "/clients").body();
        assertThat(list).contains("national-platform").doesNotContain(token);
        Browser machine = new Browser(address());
        HttpResponse<String> refused = machine.send(machine.request("GET", API + "/me", null)
                .header("Authorization", "Bearer " + token)
                .build());
        assertThat(refused.statusCode()).isEqualTo(403);
        HttpResponse<String> forged = machine.send(machine.request("GET", API + "/me", null)
                .header("Authorization", "Bearer lx_forged")
                .build());
        assertThat(forged.statusCode()).isEqualTo(401);
    }

    @Test
    void peopleStandInTheOrderAskedForScreenByScreen() {
        Browser admin = signedIn("admin");
        List<String> byNumber = screens(admin, "number", "number");
        assertThat(byNumber).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(5);
        assertThat(screens(admin, "-number", "number")).isEqualTo(byNumber.reversed());
        List<String> byName = screens(admin, "name", "name");
        assertThat(byName).containsSubsequence("巴图", "白雪", "陈立", "韩梅", "苏日娜", "乌云");
        assertThat(screens(admin, "-name", "name")).isEqualTo(byName.reversed());
        assertThat(admin.get(API + "/staff?order=phone").statusCode()).isEqualTo(422);
    }

    /** One field of everybody on the list, two to a screen. */
    private static List<String> screens(Browser browser, String order, String field) {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            String page = browser.get(API + "/staff?size=2&order=" + order + "&after=" + after)
                    .body();
            JsonNode read = JsonMapper.builder().build().readTree(page);
            read.get("items").forEach(each -> all.add(each.get(field).asString()));
            after = read.get("next").asString("");
        } while (!after.isEmpty());
        return all;
    }

    private String person(String number, String unit, String scope) {
        return """
                {"number":"%1$s","name":"新人","account":"p%1$s","password":"a long new password",
                 "posts":[{"unitId":"%2$s","title":"民警","roles":["VISITING_OFFICER"],"scope":"%3$s"}]}""".formatted(number, id(unit), scope);
    }

    private UUID id(String code) {
        return units.findByCode(code).orElseThrow().id();
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(address(), account, Tongliao.PASSWORD);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

package org.lianxin.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.PeopleApplication;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = PeopleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInWebTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    @Test
    void whoSignsInSeesWhoTheyAreAndNobodyElseDoes() {
        Browser clerk = Browser.signedIn(address(), "clerk", Tongliao.PASSWORD);
        HttpResponse<String> me = clerk.get("/api/organisation/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body())
                .contains("\"name\":\"乌云\"", "\"roles\":[\"WARNING_CLERK\"]", "\"scope\":\"CHOSEN_UNITS\"");
        HttpResponse<String> stranger = new Browser(address()).get("/api/organisation/me");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(stranger.body()).contains("\"code\":\"shared.unauthenticated\"", "请先登录");
        assertThat(clerk.post("/api/organisation/sign-out", "{}").statusCode()).isEqualTo(204);
        assertThat(clerk.get("/api/organisation/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefusedInTheReadersLanguage() {
        HttpResponse<String> answer = new Browser(address())
                .inEnglish()
                .post("/api/organisation/sign-in", "{\"account\":\"clerk\",\"password\":\"wrong\"}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("organisation.sign-in-failed", "Account, password or code is not right");
    }

    @Test
    void theCookiesAreOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> answer = new Browser(address())
                .post(
                        "/api/organisation/sign-in",
                        "{\"account\":\"clerk\",\"password\":\"%s\"}".formatted(Tongliao.PASSWORD));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    }

    @Test
    void aRequestThatChangesSomethingAndComesFromAForeignPageIsRefused() {
        Browser clerk = Browser.signedIn(address(), "clerk", Tongliao.PASSWORD);
        HttpResponse<String> forged = clerk.send(
                clerk.request("POST", "/api/organisation/sign-out", "{}").build());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("organisation.header-missing");
        assertThat(clerk.get("/api/organisation/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whatNoRowOfTheTableNamesIsNotThere() {
        Browser clerk = Browser.signedIn(address(), "clerk", Tongliao.PASSWORD);
        for (String path :
                new String[] {"/api", "/api/", "/api/nothing", "/api/organisation/me/", "/api/organisation"}) {
            assertThat(clerk.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(clerk.get("/api/nothing").body()).contains("\"code\":\"shared.missing\"");
        assertThat(clerk.get("/api/organisation/..;/organisation/me").statusCode())
                .isEqualTo(400);
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        HttpResponse<String> answer = new Browser(address()).get("/api/organisation/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'", "trusted-types default")
                .doesNotContain("http:", "https:", "unsafe-", "*");
        assertThat(answer.headers().map())
                .containsKeys(
                        "x-content-type-options",
                        "referrer-policy",
                        "permissions-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy")
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void anInstanceThatIsNoDemoTellsNoSignIns() {
        assertThat(new Browser(address()).get("/api/organisation/sign-in").body())
                .contains("\"demo\":false", "\"signIns\":[]");
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

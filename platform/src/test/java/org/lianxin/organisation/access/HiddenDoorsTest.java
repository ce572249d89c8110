package org.lianxin.organisation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.organisation.PeopleApplication;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

/** Endpoints asked for under other spellings, and bodies sent before anybody is known. */
@SpringBootTest(classes = PeopleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HiddenDoorsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private AccessTable table;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/place/search?q=tl",
                "/ap%69/place/search?q=tl",
                "/%61%70%69/place/divisions",
                "/%61pi/organisation/import/template",
                "/api/%70lace/search?q=tl"
            })
    void aDoorUnderAnEncodedNameIsAsShutAsUnderItsOwn(String path) {
        assertThat(new Browser(address()).get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2561pi/place/search?q=tl",
                "/api;x=y/place/search?q=tl",
                "/api/place;x=y/search?q=tl",
                "/x/..;/api/place/search?q=tl",
                "/x/%2e%2e/api/place/search?q=tl",
                "//api/place/search?q=tl"
            })
    void aDoorUnderATrickyNameIsNotThere(String path) {
        assertThat(new Browser(address()).get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void whoIsSignedInGetsInUnderEitherName() {
        Browser clerk = Browser.signedIn(address(), "clerk", Tongliao.PASSWORD);
        assertThat(clerk.get("/%61pi/place/search?q=tl").statusCode()).isEqualTo(200);
        assertThat(clerk.send(clerk.request("POST", "/%61pi/organisation/sign-out", "{}")
                                .build())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aContextPathDoesNotHideAnEndpoint() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/lianxin/%61pi/place/search");
        request.setContextPath("/lianxin");
        assertThat(RequestPath.isEndpoint(request)).isTrue();
        MockHttpServletRequest page = new MockHttpServletRequest("GET", "/lianxin/desk/api");
        page.setContextPath("/lianxin");
        assertThat(RequestPath.isEndpoint(page)).isFalse();
    }

    @Test
    void aLargeBodyIsRefusedBeforeAnybodyIsKnown() {
        String large = "{\"account\":\"clerk\",\"password\":\"" + "x".repeat(100_000) + "\"}";
        for (String path : new String[] {"/api/organisation/sign-in", "/api/organisation/setup"}) {
            HttpResponse<String> told = new Browser(address()).post(path, large);
            assertThat(told.statusCode()).as(path).isEqualTo(413);
            assertThat(told.body()).contains("shared.too-large");
            assertThat(chunked(new Browser(address()), path, large).statusCode())
                    .as(path)
                    .isEqualTo(413);
        }
        assertThat(new Browser(address()).post("/api/organisation/units", large).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoIsKnownMaySendMoreButNotWithoutEnd() {
        Browser admin = Browser.signedIn(address(), "admin", Tongliao.PASSWORD);
        String large = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(admin.post("/api/organisation/units", large).statusCode()).isEqualTo(413);
        assertThat(chunked(admin, "/api/organisation/units", large).statusCode())
                .isEqualTo(413);
        assertThat(admin.post("/api/organisation/units", "{\"name\":\"" + "x".repeat(100_000) + "\"}")
                        .body())
                .contains("shared.too-long", "name");
    }

    @Test
    void filesAreTakenOnlyWhereFilesAreTaken() {
        Browser admin = Browser.signedIn(address(), "admin", Tongliao.PASSWORD);
        for (String path : new String[] {"/api/organisation/units", "/api/organisation/sign-in", "/desk", "/"}) {
            HttpResponse<String> answer = admin.send(admin.request("POST", path, null)
                    .header("X-Lianxin", "1")
                    .setHeader("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\""
                            + "\r\n\r\n" + "x".repeat(600_000) + "\r\n--b--\r\n"))
                    .build());
            assertThat(answer.statusCode()).as(path).isIn(405, 413, 415);
        }
    }

    @Test
    void everyEndpointWithRoomForMoreIsInTheTable() {
        assertThat(table.list().stream().map(row -> row.path().getPatternString()))
                .containsAll(BodyLimits.MORE.keySet());
    }

    @Test
    void textThatCannotBeKeptIsRefusedByTheNameOfItsField() {
        Browser admin = Browser.signedIn(address(), "admin", Tongliao.PASSWORD).inEnglish();
        HttpResponse<String> asked = admin.get("/api/organisation/staff?q=%00");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("shared.not-plain", "q holds characters");
        HttpResponse<String> sent =
                admin.post("/api/organisation/units", "{\"code\":\"x\",\"name\":\"a\\u0000b\",\"level\":\"county\"}");
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("shared.not-plain", "name holds characters");
        assertThat(admin.post("/api/organisation/clients", "{\"name\":\"x\",\"scopes\":[null]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsMissingFromARequestIsToldByItsCode() {
        HttpResponse<String> answer =
                Browser.signedIn(address(), "clerk", Tongliao.PASSWORD).get("/api/place/search");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("shared.invalid");
    }

    private static HttpResponse<String> chunked(Browser browser, String path, String json) {
        return browser.send(browser.request("POST", path, null)
                .header("X-Lianxin", "1")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .build());
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

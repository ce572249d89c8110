package org.lianxin.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.PeopleApplication;
import org.lianxin.organisation.domain.Totp;
import org.lianxin.organisation.signin.FirstAdministrator;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Database;
import org.lianxin.runtime.Instance;
import org.lianxin.runtime.Migrations;
import org.lianxin.runtime.Stamp;
import org.lianxin.testing.Browser;
import org.lianxin.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** How a real instance opens: without anybody in it, and to nobody without a second factor. */
@SpringBootTest(classes = PeopleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ProductionSignInTest.Production.class)
class ProductionSignInTest {

    private static final String API = "/api/organisation";
    private static final String PASSWORD = "a stone in the river";

    @LocalServerPort
    private int port;

    @Autowired
    private FirstAdministrator first;

    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Production implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Database database = TestPostgres.unstampedDatabase();
                new Migrations(database).run(Stamp.PRODUCTION);
                DataFolder data = new DataFolder(Files.createTempDirectory("lianxin-test-production-"));
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "instance",
                                Map.of("lianxin.data", data.root().toString(), "lianxin.stamp", "PRODUCTION")));
                context.getBeanFactory().registerSingleton("instance", Instance.of(Stamp.PRODUCTION, data, database));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void theFirstAdministratorComesByTheCodeOnTheTerminalAndWorksOnlyWithASecondFactor() {
        Browser browser = new Browser("http://localhost:" + port);
        assertThat(browser.get(API + "/sign-in").body()).contains("\"signIns\":[]", "\"secondFactor\":true");
        String stale = code();
        String code = code();
        assertThat(setUp(browser, "guessed").statusCode()).isEqualTo(403);
        assertThat(setUp(browser, stale).statusCode())
                .as("a code of an earlier start")
                .isEqualTo(403);
        assertThat(setUp(browser, code).statusCode()).isEqualTo(201);
        assertThat(setUp(browser, code).statusCode()).as("the same code again").isEqualTo(409);
        assertThat(first.lines()).isEmpty();

        assertThat(signIn(browser, null).statusCode()).isEqualTo(200);
        assertThat(browser.get(API + "/me").statusCode()).isEqualTo(200);
        for (String path : new String[] {"/units", "/staff", "/sessions", "/clients"}) {
            HttpResponse<String> refused = browser.get(API + path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).contains("organisation.second-factor-needed");
        }

        byte[] secret = enrol(browser);
        assertThat(browser.get(API + "/units").statusCode()).isEqualTo(200);

        Browser other = new Browser("http://localhost:" + port);
        assertThat(signIn(other, null).body()).contains("organisation.code-needed");
        String next = Totp.code(secret, Totp.step(Instant.now()) + 1);
        assertThat(signIn(other, next).statusCode()).isEqualTo(200);
        assertThat(other.get(API + "/staff").statusCode()).isEqualTo(200);
    }

    private byte[] enrol(Browser browser) {
        String offer =
                browser.post(API + "/me/second-factor", "{\"step\":\"start\"}").body();
        byte[] secret =
                org.lianxin.organisation.signin.Base32.bytes(offer.replaceAll(".*\"secret\":\"([A-Z2-7]*)\".*", "$1"));
        assertThat(browser.post(API + "/me/second-factor", "{\"step\":\"confirm\",\"code\":\"123\"}")
                        .statusCode())
                .isEqualTo(422);
        String code = Totp.code(secret, Totp.step(Instant.now()));
        assertThat(browser.post(API + "/me/second-factor", "{\"step\":\"confirm\",\"code\":\"%s\"}".formatted(code))
                        .statusCode())
                .isEqualTo(200);
        return secret;
    }

    private String code() {
        return first.lines().stream()
                .filter(line -> line.startsWith("setup-code: "))
                .findFirst()
                .orElseThrow()
                .substring("setup-code: ".length());
    }

    private static HttpResponse<String> setUp(Browser browser, String code) {
        return browser.post(API + "/setup", """
                {"code":"%s","unitCode":"1505","unitName":"通辽市公安局","number":"0001","name":"白雪","account":"baixue",
                 "password":"%s"}""".formatted(code, PASSWORD));
    }

    private static HttpResponse<String> signIn(Browser browser, @org.jspecify.annotations.Nullable String code) {
        String body = code == null
                ? "{\"account\":\"baixue\",\"password\":\"%s\"}".formatted(PASSWORD)
                : "{\"account\":\"baixue\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(PASSWORD, code);
        return browser.post(API + "/sign-in", body);
    }
}

package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the privacy officer does: sees who looked at one case, and keeps one past its term. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WatchedLogTest {

    private static final String HOLDS = "/api/audit/holds";

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

    private JsonNode about(String subject) {
        return city.get("privacy", "/api/audit/entries?subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8))
                .get("items");
    }

    @Test
    void whoLookedAtOneCaseIsFoundByItsNumberOrByWhatTheLogShows() {
        String number = city.signal(WorkingCity.freshPhone(), "high", false, STREET);
        String id = city.episodeOf(number);
        city.warned("high", false, STREET);
        city.post("clerk", "/api/warning/episodes/" + id + "/open", "{\"purpose\":\"dissuade\"}");

        List<String> subjects = WorkingCity.texts(about(number), "subject");

        assertThat(subjects).isNotEmpty().containsOnly("warning/" + id);
        assertThat(WorkingCity.texts(about(number), "action")).contains("warning.dissuade");
        assertThat(about("warning/" + id)).hasSameSizeAs(about(number));
        assertThat(WorkingCity.read(city.as("privacy").get("/api/audit/entries?subject=YJ-000000-20260101-0001"), 422)
                        .get("code")
                        .asString())
                .isEqualTo("audit.unknown-subject");
    }

    @Test
    void au02_aHoldHasAReasonAndAnEndIsListedAndLiftedAndEachDeedIsInTheLog() {
        String number = city.signal(WorkingCity.freshPhone(), "high", false, STREET);
        Instant until = Instant.now().plus(90, ChronoUnit.DAYS);

        JsonNode made = WorkingCity.read(city.as("privacy").post(HOLDS, hold(number, "案件侦办需要", until)), 201);

        String id = made.get("id").asString();
        String subject = made.get("subject").asString();
        assertThat(subject).isEqualTo("warning/" + city.episodeOf(number));
        assertThat(WorkingCity.texts(city.get("privacy", HOLDS).get("items"), "id"))
                .contains(id);
        assertThat(city.post("privacy", HOLDS + "/" + id + "/lift", "{}")
                        .get("until")
                        .asString())
                .isLessThan(Instant.now().plusSeconds(60).toString());
        assertThat(WorkingCity.texts(city.get("privacy", HOLDS).get("items"), "id"))
                .doesNotContain(id);
        assertThat(city.refused(404, "privacy", HOLDS + "/" + id + "/lift", "{}"))
                .isEqualTo("shared.missing");
        assertThat(WorkingCity.texts(about(subject), "action")).contains("audit.hold.made", "audit.hold.lifted");
    }

    @Test
    void au02_nothingIsHeldWithoutAReasonAnEndAndACase() {
        String number = city.signal(WorkingCity.freshPhone(), "high", false, STREET);
        Instant until = Instant.now().plus(90, ChronoUnit.DAYS);
        assertThat(city.refused(422, "privacy", HOLDS, hold(number, " ", until)))
                .isEqualTo("audit.hold-reason");
        assertThat(city.refused(422, "privacy", HOLDS, hold("YJ-1", "案件侦办需要", until)))
                .isEqualTo("audit.unknown-subject");
        for (Instant wrong : List.of(Instant.now(), Instant.now().plus(400, ChronoUnit.DAYS))) {
            assertThat(city.refused(422, "privacy", HOLDS, hold(number, "案件侦办需要", wrong)))
                    .isEqualTo("audit.hold-until");
        }
        assertThat(city.refused(403, "clerk", HOLDS, hold(number, "案件侦办需要", until)))
                .isEqualTo("shared.forbidden");
        assertThat(city.as("privacy")
                        .post(HOLDS + "/" + UUID.randomUUID() + "/lift", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String hold(String subject, String reason, Instant until) {
        return "{\"subject\":\"%s\",\"reason\":\"%s\",\"until\":\"%s\"}".formatted(subject, reason, until);
    }

    @Test
    void au01_theStateOfTheLogSaysHowOftenReadingWasNoticed() {
        assertThat(city.get("privacy", "/api/audit/state").get("massReadings").asInt())
                .isZero();
    }
}

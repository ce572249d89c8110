package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** P4: the person behind a warning can only be a possible victim; no field, query or word makes them anything else. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PossibleVictimTest {

    private static final SystemJob JOB = new SystemJob("warning.test", false);
    private static final String BLAME = "嫌疑|诈骗分子|骗子的同伙|涉案人|卡农|(?i)suspect|offender|perpetrator|blacklist|黑名单";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    @Test
    void p4_theTableHasNoOtherWordForThem() {
        String id = city.warned("high", true, STREET);
        for (String word : List.of("SUSPECT", "OFFENDER", "potential_victim", "")) {
            assertThatThrownBy(() -> transactions.runAs(
                            JOB,
                            () -> jdbc.sql("update warning.episode set standing = ? where id = ?")
                                    .params(word, UUID.fromString(id))
                                    .update()))
                    .as(word)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void p4_whatASourceSaysAboutThemChangesNothing() {
        String body = """
                {"sourceId":"%s","source":"省反诈中心","occurredAt":"%s","name":"包玉兰","phone":"%s","scamType":"冒充公检法","level":"high",
                 "address":"%s","standing":"SUSPECT","possibleVictim":false,"fields":{"人员性质":"嫌疑人","standing":"SUSPECT"}}""".formatted(UUID.randomUUID(), Instant.now(), WorkingCity.freshPhone(), STREET);
        String number = WorkingCity.read(city.as("clerk").post("/api/warning/signals", body), 201)
                .get("episodeNumber")
                .asString();

        JsonNode episode = city.episode("clerk", city.episodeOf(number));

        assertThat(episode.get("possibleVictim").asBoolean()).isTrue();
        assertThat(episode.toString()).doesNotContainPattern(BLAME);
        assertThat(transactions.runAs(
                        JOB,
                        () -> jdbc.sql("select distinct standing from warning.episode")
                                .query(String.class)
                                .list()))
                .containsExactly("POTENTIAL_VICTIM");
        JsonNode all = city.get("clerk", "/api/warning/episodes?view=centre");
        assertThat(city.get("clerk", "/api/warning/episodes?view=centre&standing=SUSPECT&possibleVictim=false"))
                .isEqualTo(all);
        for (String word : List.of("嫌疑人", "SUSPECT", "%E5%AB%8C%E7%96%91%E4%BA%BA")) {
            String asked = word.startsWith("%")
                    ? word
                    : java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(city.get("clerk", "/api/warning/episodes?q=" + asked).get("items"))
                    .as(word)
                    .isEmpty();
        }
    }

    @Test
    void p4_noColumnEndpointOrSentenceSpeaksOfThemOtherwise() throws IOException {
        List<String> columns = transactions.runAs(
                JOB,
                () -> jdbc.sql(
                                "select column_name from information_schema.columns where table_schema in ('warning', 'order')")
                        .query(String.class)
                        .list());
        assertThat(columns)
                .isNotEmpty()
                .noneMatch(column -> column.matches(".*(suspect|offender|blacklist|risk_of|score).*"));
        try (Stream<Path> files = Stream.concat(
                Files.list(Path.of("src/main/resources/messages")),
                Files.list(Path.of("src/main/resources/authorisation")))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(BLAME);
            }
        }
    }
}

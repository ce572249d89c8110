package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.runtime.Instance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Batches that come faster than they can be taken: some are asked to come again, those that were heard are taken. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BatchesAtOnceTest {

    private static final String BATCH = "/api/warning/signals/batch";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private Instance instance;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
        city.as("clerk");
    }

    private static String batch() {
        return """
                [{"sourceId":"%s","source":"省反诈中心","occurredAt":"%s","name":"测试人","phone":"%s","scamType":"冒充公检法","level":"medium",
                  "address":"%s","description":"通话 40 分钟"}]""".formatted(UUID.randomUUID(), Instant.now(), WorkingCity.freshPhone(), STREET);
    }

    private Connection owner() throws SQLException {
        var database = instance.database();
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    @Test
    void oneMoreBatchThanThereIsRoomForIsToldWhenToComeAgain() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(3);
                Connection busy = owner();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table warning.search_token in exclusive mode");
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                sent.add(senders.submit(() -> city.as("clerk").post(BATCH, batch())));
            }
            Thread.sleep(3_000);
            assertThat(sent).filteredOn(Future::isDone).hasSize(1);
            busy.commit();
            for (Future<HttpResponse<String>> each : sent) {
                answers.add(each.get(20, TimeUnit.SECONDS));
            }
        }
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 200, 429);
        HttpResponse<String> refused = answers.stream()
                .filter(each -> each.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("warning.busy");
        assertThat(city.as("clerk").post(BATCH, batch()).statusCode()).isEqualTo(200);
    }
}

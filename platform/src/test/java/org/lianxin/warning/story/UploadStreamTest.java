package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A file of persons that comes in slowly lies on no disk in clear: it is sealed piece by piece as it arrives. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UploadStreamTest {

    private static final int PIECE = 1 << 20;

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private MultipartConfigElement forms;

    private final String name = "slow-" + UUID.randomUUID() + "-预警.csv";
    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
        city.as("clerk");
    }

    /** Ends only when it is let. */
    private static final class Stalled extends InputStream {

        private final CountDownLatch go;

        Stalled(CountDownLatch go) {
            this.go = go;
        }

        @Override
        public int read() throws IOException {
            try {
                assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
                return -1;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(CountDownLatch go, String rows) {
        InputStream body = new SequenceInputStream(Collections.enumeration(List.of(
                text("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n"),
                text(rows),
                new Stalled(go),
                text("\r\n--b--\r\n"))));
        Browser clerk = city.as("clerk");
        return clerk.send(clerk.request("POST", "/api/warning/imports", null)
                .header("X-Lianxin", "1")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build());
    }

    private JsonNode arriving(Future<HttpResponse<String>> sent) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (sent.isDone()) {
                throw new AssertionError(
                        "answered before the form had ended: " + sent.get().body());
            }
            for (JsonNode each : city.get("clerk", "/api/warning/imports").get("items")) {
                if (each.get("fileName").asString().equals(name)
                        && each.get("bytes").asLong() >= PIECE) {
                    return each;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing of the file was sealed while it came in");
    }

    private List<Path> spooled() throws IOException {
        File usual = (File) servlets.getAttribute(ServletContext.TEMPDIR);
        Path place = forms.getLocation().isEmpty() ? usual.toPath() : Path.of(forms.getLocation());
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFormsFileIsSealedAsItArrivesAndLiesNowhereInClear() throws Exception {
        String rows = "预警编号,姓名,预警时间\r\n" + "1,某某,2026-01-01 08:00\r\n".repeat(3 * PIECE / 20);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> sent = sender.submit(() -> send(go, rows));
            JsonNode importing = arriving(sent);
            assertThat(spooled()).isEmpty();
            go.countDown();

            JsonNode started = WorkingCity.read(sent.get(30, TimeUnit.SECONDS), 202);
            assertThat(started.get("id")).isEqualTo(importing.get("id"));
        } finally {
            go.countDown();
        }
    }

    @Test
    void aFormWithoutAFileIsToldSo() {
        Browser clerk = city.as("clerk");
        HttpResponse<String> answer = clerk.send(clerk.request("POST", "/api/warning/imports", null)
                .header("X-Lianxin", "1")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}

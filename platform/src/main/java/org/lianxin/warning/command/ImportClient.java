package org.lianxin.warning.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a running service as a machine with a token. */
final class ImportClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 250;
    private static final int TOLD_EVERY = 8;

    /** How long a service may be away, as it is while it starts again. */
    private static final Duration AWAY = Duration.ofSeconds(60);

    private static final Set<Integer> AWAY_STATUSES = Set.of(502, 503, 504);

    private final HttpClient http;
    private final Duration retryAfter;
    private final String root;
    private final String token;

    /** @param ca the certificates to trust; null for those this machine trusts */
    ImportClient(String url, String token, @Nullable Path ca, Duration retryAfter) {
        HttpClient.Builder client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).version(HttpClient.Version.HTTP_1_1);
        if (ca != null) {
            client.sslContext(TrustedCertificate.of(ca));
        }
        this.http = client.build();
        this.retryAfter = retryAfter;
        this.root = (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/api/warning/imports";
        this.token = token;
    }

    /** The service said no; the message is its own sentence. */
    static final class Answered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Answered(String message) {
            super(message);
        }
    }

    /** Told about every two seconds. */
    interface Progress {
        void at(int processed, int rows, int perSecond);
    }

    String upload(Path file) throws IOException, InterruptedException {
        String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        HttpRequest request = request("")
                .header("X-File-Name", name)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        return send(request).path("id").asString();
    }

    void act(String id, String deed) throws IOException, InterruptedException {
        send(request("/" + id + "/" + deed)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Waits until the import is in that state; fails with the service's words when it cannot get there. */
    JsonNode await(String id, String state, Progress progress) throws IOException, InterruptedException {
        for (int i = 1; ; i++) {
            JsonNode now = poll(request("/" + id).GET().build());
            String at = now.path("state").asString();
            if (at.equals(state)) {
                return now;
            }
            if (at.equals("failed") || at.equals("cancelled") || at.equals("undone")) {
                throw new Answered(
                        now.path("message").isNull() ? at : now.path("message").asString());
            }
            if (i % TOLD_EVERY == 0) {
                progress.at(
                        now.path("processed").asInt(),
                        now.path("rows").asInt(),
                        now.path("perSecond").asInt());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The import goes on whether anybody asks or not, so a question without an answer is asked again. */
    private JsonNode poll(HttpRequest request) throws IOException, InterruptedException {
        long end = System.nanoTime() + AWAY.toNanos();
        while (true) {
            try {
                return send(request);
            } catch (SSLException e) {
                throw e;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            Thread.sleep(retryAfter);
        }
    }

    List<JsonNode> rejects(String id) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page =
                    poll(request("/" + id + "/rejects?size=200" + after).GET().build());
            page.path("items").forEach(all::add);
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                return all;
            }
            after = "&after=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("X-Lianxin", "1")
                .header("Accept-Language", "zh");
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (AWAY_STATUSES.contains(answer.statusCode())) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        if (answer.statusCode() >= 400) {
            throw new Answered(words(answer));
        }
        return JSON.readTree(answer.body());
    }

    private static String words(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("detail").asString("HTTP " + answer.statusCode());
        } catch (tools.jackson.core.JacksonException e) {
            return "HTTP " + answer.statusCode();
        }
    }
}

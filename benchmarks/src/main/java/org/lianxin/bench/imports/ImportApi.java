package org.lianxin.bench.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianxin.bench.load.HttpAnswer;
import org.lianxin.bench.load.HttpConnection;
import org.lianxin.bench.load.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports a workbook with the requests that the browser sends. */
final class ImportApi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> BUSY = Set.of("reading", "writing");
    private static final int LOOK_EVERY_MILLIS = 200;
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final HttpConnection connection;
    private final HttpRequest requests;

    ImportApi(URI url, String cookie) {
        this.connection = new HttpConnection(url);
        this.requests = new HttpRequest(url, List.of("Cookie: " + cookie, "X-Lianxin: 1"));
    }

    /** Hands the file over; the dry run begins. */
    String upload(String fileName, byte[] workbook) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        return json(requests.post(
                        "/api/warning/imports",
                        TYPE,
                        workbook,
                        "X-File-Name: " + encoded,
                        "Idempotency-Key: " + UUID.randomUUID()))
                .required("id")
                .stringValue();
    }

    void confirm(String id) {
        json(requests.post(
                "/api/warning/imports/" + id + "/confirm",
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key: " + UUID.randomUUID()));
    }

    /** Looks until the service is done with its present step; {@code seen} gets every look. */
    JsonNode await(String id, Consumer<JsonNode> seen) {
        while (true) {
            JsonNode state = json(requests.get("/api/warning/imports/" + id));
            seen.accept(state);
            if (!BUSY.contains(state.required("state").stringValue())) {
                return state;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private JsonNode json(byte[] request) {
        try {
            HttpAnswer answer = connection.exchange(request);
            if (!answer.isGood()) {
                throw new IllegalStateException("refused: " + answer.status() + " " + answer.text());
            }
            return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.lianxin.organisation.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** An answer as a caller sees it; a stream of events is not waited for. */
record Answer(int status, String body) {

    static Answer to(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            String type = response.headers().firstValue("Content-Type").orElse("");
            try (InputStream body = response.body()) {
                boolean readable = !type.startsWith("text/event-stream");
                return new Answer(
                        response.statusCode(), readable ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "");
            }
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the filter in front of the endpoints turned the caller away. */
    boolean isTurnedAway() {
        return (status == 401 || status == 403)
                && (body.contains("\"shared.unauthenticated\"")
                        || body.contains("\"shared.forbidden\"")
                        || body.contains("\"organisation.header-missing\"")
                        || body.contains("\"organisation.second-factor-needed\""));
    }
}

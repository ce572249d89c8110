package org.lianxin.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser as far as the service can tell: keeps cookies and sends the header that our pages send. */
public final class Browser {

    private final String address;
    private final HttpClient client;
    private String language = "zh-CN";

    /** @param address for example {@code http://localhost:8080} */
    public Browser(String address) {
        this(
                address,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
    }

    private Browser(String address, HttpClient client) {
        this.address = address;
        this.client = client;
    }

    /** The same browser with its cookies, looking at another port. */
    public Browser at(String other) {
        return new Browser(other, client);
    }

    /** A browser in which somebody has signed in. */
    public static Browser signedIn(String address, String account, String password) {
        Browser browser = new Browser(address);
        HttpResponse<String> answer = browser.post(
                "/api/organisation/sign-in", "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(account + " cannot sign in: " + answer.body());
        }
        return browser;
    }

    /** The cookies it would send, as a thief of them would. */
    public String cookies() {
        CookieManager manager = (CookieManager) client.cookieHandler().orElseThrow();
        return manager.getCookieStore().getCookies().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    public Browser inEnglish() {
        language = "en";
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, json);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    /** Any request; every body is sent as JSON. */
    public HttpResponse<String> send(String method, String path, @Nullable String json) {
        return send(request(method, path, json)
                .header("X-Lianxin", "1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build());
    }

    /** A request to change before it is sent, without our header. */
    public HttpRequest.Builder request(String method, String path, @Nullable String json) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Language", language)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file. */
    public HttpResponse<byte[]> download(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request whose answer never ends. */
    public HttpResponse<InputStream> stream(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.lianxin.analytics.local.chart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.imports.CaseIndex;

/**
 * Shows a traced case to the browser of this machine and to nobody else: on the loopback address, for whoever has the key
 * of the printed address, as long as the authority is in force. The pages load nothing from elsewhere and run no script.
 */
public final class ViewServer implements AutoCloseable {
    private static final String COOKIE = "evidence-key=";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Pages pages;
    private final Runnable inForce;
    private final String key = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));

    private ViewServer(HttpServer server, Pages pages, Runnable inForce) {
        this.server = server;
        this.pages = pages;
        this.inForce = inForce;
    }

    /**
     * Starts on a port, any if 0.
     *
     * @param inForce throws an {@link EvidenceProblem} once the case may no longer be worked on; asked for every page
     */
    public static ViewServer start(CaseIndex index, TraceFinding trace, int port, Runnable inForce) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var view = new ViewServer(server, new Pages(index, trace), inForce);
        server.setExecutor(view.pool);
        server.createContext("/", view::handle);
        server.start();
        return view;
    }

    /** The address to open, with its key. */
    public URI address() {
        return URI.create("http://" + host() + "/?key=" + key);
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            try {
                answer(exchange, new Asked(exchange.getRequestURI()));
            } catch (EvidenceProblem problem) {
                boolean expired = problem.code().equals("authority-expired");
                var words = Words.of("zh");
                String said = Objects.requireNonNullElse(problem.getMessage(), problem.code());
                String sentence = expired ? said : words.say("problem.question", said);
                send(exchange, expired ? 403 : 400, "text/html", Pages.problem(new Asked(URI.create("/")), sentence));
            }
        }
    }

    private void answer(HttpExchange exchange, Asked asked) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, 405, "text/plain", "GET");
            return;
        }
        // a page of elsewhere must not reach us by a name of its own for this machine
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        boolean allowed = isKey(asked.get("key")) || hasCookie(exchange);
        if (!host.equals(host()) || (!allowed && !isSameForEverybody(asked.path()))) {
            send(exchange, 403, "text/html", Pages.problem(asked, asked.words().say("problem.key")));
            return;
        }
        if (isSameForEverybody(asked.path())) {
            boolean style = asked.path().equals("/style.css");
            send(exchange, 200, style ? "text/css" : "image/svg+xml", resource(style ? "style.css" : "mark.svg"));
            return;
        }
        inForce.run();
        if (!asked.get("key").isEmpty()) {
            exchange.getResponseHeaders().set("Set-Cookie", COOKIE + key + "; HttpOnly; SameSite=Strict; Path=/");
            exchange.getResponseHeaders()
                    .set("Location", "/?lang=" + asked.words().language());
            send(exchange, 303, "text/plain", "");
            return;
        }
        switch (asked.path()) {
            case "/chart.svg" ->
                send(exchange, 200, "image/svg+xml", Svg.forTheWall(pages.flows(asked), asked.words()));
            case "/chart.png" -> picture(exchange, asked);
            default -> {
                String page = pages.page(asked);
                String missing = Pages.problem(asked, asked.words().say("problem.not-found"));
                send(exchange, page == null ? 404 : 200, "text/html", page == null ? missing : page);
            }
        }
    }

    /** Colours and the mark: nothing of the case. */
    private static boolean isSameForEverybody(String path) {
        return List.of("/style.css", "/mark.svg", "/favicon.ico").contains(path);
    }

    private boolean isKey(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    private boolean hasCookie(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .anyMatch(cookie -> cookie.startsWith(COOKIE) && isKey(cookie.substring(COOKIE.length())));
    }

    private void picture(HttpExchange exchange, Asked asked) throws IOException {
        var file = Files.createTempFile("lianxin-chart", ".png");
        try {
            Png.write(pages.flows(asked), asked.words(), file);
            send(exchange, 200, "image/png", Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(ViewServer.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Blocks until the server is closed or the thread is interrupted. */
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        pool.close();
    }
}

package org.lianxin.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class LoadTest {

    private static final int STALL_MILLIS = 500;
    private static final int STALLED_REQUEST = 20;

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void startAServerThatStallsOnce() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            if (requests.incrementAndGet() == STALLED_REQUEST) {
                pause();
            }
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void requestsThatWaitBehindAStallAreTimedFromWhenTheyWereDue() {
        LoadResult result = new Load(url(), 1).open(Duration.ofSeconds(2), 100, 1, errands());

        assertThat(result.good()).isBetween(100L, 300L);
        assertThat(result.maxMillis()).isGreaterThan(STALL_MILLIS * 0.9);
        assertThat(result.millisAt(90))
                .as("about a fifth of all requests fell due during the stall")
                .isGreaterThan(STALL_MILLIS * 0.2);
    }

    @Test
    void everyErrandOfAListIsSentOnce() {
        LoadResult result = new Load(url(), 4)
                .all(java.util.stream.IntStream.range(0, 1_000)
                        .mapToObj(i -> errands().get())
                        .toList());

        assertThat(result.good()).isEqualTo(1_000);
        assertThat(requests).hasValue(1_000);
        assertThat(result.broken()).isZero();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Supplier<Errand> errands() {
        byte[] request = new HttpRequest(url(), List.of()).post("/", "{\"name\":\"乌云\"}");
        return () -> new Errand() {
            @Override
            public byte[] request() {
                return request;
            }

            @Override
            public void answered(HttpAnswer answer) {}
        };
    }

    private static void pause() {
        try {
            Thread.sleep(STALL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

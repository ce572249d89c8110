package org.lianxin.reliability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Eight senders of signals that believe only a 201 (or 200 for one sent before). What was acknowledged is written, with its time, into
 * an oracle file and forced to disk there before the next one is sent.
 */
final class SignalWriters implements AutoCloseable {

    private static final int WRITERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A signal that was acknowledged. */
    record Acknowledged(int number, Instant at) {}

    private final Function<String, URI> service;
    private final String token;
    private final FileChannel oracle;
    private final AtomicReference<HttpClient> client = new AtomicReference<>(newClient());
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /** @param service where a path is found; asked for each sending */
    SignalWriters(Function<String, URI> service, String token, Path oracle) throws IOException {
        this.service = service;
        this.token = token;
        this.oracle = FileChannel.open(oracle, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void start() {
        for (int i = 0; i < WRITERS; i++) {
            threads.add(Thread.ofPlatform().name("writer-" + i).start(this::write));
        }
    }

    int count() {
        return acknowledged.size();
    }

    List<Acknowledged> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    /** Breaks off all requests under way; whether they were accepted stays unknown until they are sent again. */
    void cut() {
        client.getAndSet(newClient()).shutdownNow();
    }

    /** Waits until something is acknowledged after {@code from}; empty-handed after the patience. */
    Duration firstAcknowledgedAfter(Instant from, Duration patience) throws InterruptedException {
        Instant until = from.plus(patience);
        while (Instant.now().isBefore(until)) {
            int size = acknowledged.size();
            if (size > 0 && acknowledged.get(size - 1).at().isAfter(from)) {
                return Duration.between(from, acknowledged.get(size - 1).at());
            }
            Thread.sleep(10);
        }
        return patience;
    }

    private void write() {
        while (!stopping) {
            int number = numbers.incrementAndGet();
            while (!stopping) {
                int status = send(number, "");
                if (status == 201 || status == 200) {
                    remember(number);
                    break;
                }
                if (status != 0 && status < 500 && status != 429) {
                    throw new IllegalStateException("signal " + number + " was answered " + status);
                }
                pause();
            }
        }
    }

    /** Sends a signal, always the same for the same number, and returns the status; 0 when there was no answer. */
    int send(int number, String change) {
        HttpRequest request = HttpRequest.newBuilder(service.apply("/api/warning/signals"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Lianxin", "1")
                .POST(HttpRequest.BodyPublishers.ofString(body(number, change)))
                .build();
        try {
            return client.get()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String body(int number, String change) {
        return """
                {"sourceId":"R1-%d","source":"reliability","occurredAt":"%s","name":"测试%s","phone":"139%08d","scamType":"刷单返利",
                "level":"medium","amountCents":%d,"address":"内蒙古通辽市科尔沁区","description":"signal %d%s"}""".formatted(
                        number,
                        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number),
                        (char) ('一' + number % 2000),
                        number,
                        number * 100L,
                        number,
                        change);
    }

    private void remember(int number) {
        Acknowledged done = new Acknowledged(number, Instant.now());
        try {
            synchronized (oracle) {
                oracle.write(ByteBuffer.wrap((number + " " + done.at() + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            oracle.force(false);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        acknowledged.add(done);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        client.get().shutdownNow();
        oracle.close();
    }
}

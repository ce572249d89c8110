package org.lianxin.live.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Reads server-sent events as a browser does. */
public final class EventReader implements AutoCloseable {

    /** One event; its type is {@code message} unless the stream says otherwise, {@code atNanos} is when it was read. */
    public record Event(String type, String id, String data, long atNanos) {}

    private final InputStream body;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    public EventReader(HttpResponse<InputStream> response) {
        body = response.body();
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        String type = "message";
        String id = "";
        String data = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(new Event(type, id, data, System.nanoTime()));
                    type = "message";
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException e) {
            // closed on either side
        }
        ended = true;
    }

    /** The next event that matches; throws when none came in time. */
    public Event next(Duration patience, Predicate<Event> match) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new IllegalStateException("no such event within " + patience);
            }
            if (match.test(event)) {
                return event;
            }
        }
    }

    public boolean endsWithin(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!ended && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return ended;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}

package org.lianxin.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.store.ChangeStore;
import org.lianxin.live.store.ChangeStore.Point;
import org.lianxin.live.store.ChangeStore.Stored;
import org.lianxin.live.web.LiveStream.Message;
import org.lianxin.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Server-sent events. The request's own (virtual) thread writes them: a browser that does not read holds up nobody else.
 * A stream ends after ten minutes at most; the browser comes back by itself and is checked again.
 */
@RestController
class LiveController {

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long REMEMBERED_SECONDS = 3_000;
    private static final int MANY = 1_000;
    private static final Pattern ID = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})-([0-9]{1,12})");

    private final ScopedTransactions transactions;
    private final ChangeStore store;
    private final LiveHub hub;

    LiveController(ScopedTransactions transactions, ChangeStore store, LiveHub hub) {
        this.transactions = transactions;
        this.store = store;
        this.hub = hub;
    }

    @GetMapping("/api/live/events")
    void events(
            Viewer viewer,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        LiveStream stream = new LiveStream(viewer);
        hub.add(stream);
        try {
            write(stream, missed(stream, last), response.getOutputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hub.remove(stream);
        }
    }

    /** The stream is open already, so what is committed from here on reaches it; this is what came before. */
    private List<Message> missed(LiveStream stream, @Nullable String last) {
        Matcher id = last == null ? null : ID.matcher(last);
        if (id == null || !id.matches()) {
            return List.of();
        }
        Point point = hub.point();
        long watermark = Long.parseLong(id.group(1));
        long age = point.at().getEpochSecond() - Long.parseLong(id.group(3));
        if (age > REMEMBERED_SECONDS || watermark > point.watermark()) {
            return List.of(hub.reset(point));
        }
        List<Stored> stored = transactions.runAs(new SystemJob("live.resume", false), () -> store.from(watermark));
        return stored.size() > MANY ? List.of(hub.reset(point)) : hub.missed(stream, stored, last(id));
    }

    private static Point last(Matcher id) {
        return new Point(id.group(1) + ":", Instant.ofEpochSecond(Long.parseLong(id.group(3))));
    }

    private void write(LiveStream stream, List<Message> missed, OutputStream out)
            throws IOException, InterruptedException {
        for (Message each : missed) {
            write(out, each);
        }
        beat(out);
        long end = System.nanoTime() + LONGEST.toNanos();
        long nextBeat = System.nanoTime() + BEAT.toNanos();
        while (!stream.hasEnded() && System.nanoTime() < end) {
            Message message = stream.next(Duration.ofNanos(nextBeat - System.nanoTime()));
            if (stream.hasEnded()) {
                return;
            }
            if (message != null) {
                write(out, message);
            } else {
                beatWhenDrained(stream, out);
                nextBeat = System.nanoTime() + BEAT.toNanos();
            }
            if (stream.isDrained()) {
                out.flush();
            }
        }
    }

    private void beatWhenDrained(LiveStream stream, OutputStream out) throws IOException {
        Point point = hub.point();
        if (stream.isDrained()) {
            out.write(("id: " + LiveHub.id(point, 0) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        beat(out, point);
    }

    private void beat(OutputStream out) throws IOException {
        beat(out, hub.point());
        out.flush();
    }

    private static void beat(OutputStream out, Point point) throws IOException {
        out.write(
                ("event: beat\ndata: {\"serverTime\":\"" + point.at() + "\"}\n\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void write(OutputStream out, Message message) throws IOException {
        out.write(("id: " + message.id() + "\ndata: " + message.data() + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}

package org.lianxin.live.web;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lianxin.live.domain.Reach;
import org.lianxin.shared.Viewer;

/** What waits to be written to one browser. A slow browser loses nothing silently: it is told to fetch everything again. */
final class LiveStream {

    private static final int WAITING = 256;

    /** One event; {@code id} is where the browser resumes from, {@code data} is JSON. */
    record Message(String id, String data) {}

    private final Reach reach;
    private final UUID session;
    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean ended;

    LiveStream(Viewer viewer) {
        this.reach = Reach.of(viewer);
        this.session = viewer.sessionId();
    }

    Reach reach() {
        return reach;
    }

    UUID session() {
        return session;
    }

    /** Never waits. When the browser is too slow, what waited is replaced by {@code reset}. */
    void offer(Message message, Message reset) {
        if (!waiting.offer(message)) {
            waiting.clear();
            waiting.offer(reset);
        }
    }

    @Nullable
    Message next(Duration patience) throws InterruptedException {
        return waiting.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
    }

    boolean isDrained() {
        return waiting.isEmpty();
    }

    void end() {
        ended = true;
        waiting.clear();
        waiting.offer(new Message("", ""));
    }

    boolean hasEnded() {
        return ended;
    }
}

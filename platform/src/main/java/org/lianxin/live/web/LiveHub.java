package org.lianxin.live.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.live.store.ChangeStore.Batch;
import org.lianxin.live.store.ChangeStore.Point;
import org.lianxin.live.store.ChangeStore.Stored;
import org.lianxin.live.web.LiveStream.Message;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open streams of this node and how far they have been told.
 *
 * <p>The id of a message is {@code <watermark>-<change>-<epoch second>}: all transactions before the watermark had been told
 * when it was written, so a browser that comes back with it misses nothing and sees little twice.
 */
@Component
class LiveHub {

    static final String SESSION_ENDED = "session-ended";
    private static final int FLOOD = 100;

    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final JsonMapper json;
    private volatile Point point = new Point("0:0:", java.time.Instant.EPOCH);

    LiveHub(JsonMapper json) {
        this.json = json;
    }

    private record Body(String topic, String kind, String ref, String unit) {}

    private record Told(Change change, Message message) {}

    void add(LiveStream stream) {
        streams.add(stream);
    }

    void remove(LiveStream stream) {
        streams.remove(stream);
    }

    Point point() {
        return point;
    }

    void startFrom(Point start) {
        point = start;
    }

    /** Hands a batch to every stream in reach, then moves on: a stream that is drained has been told all up to {@link #point()}. */
    void dispatch(Batch batch) {
        if (!batch.changes().isEmpty() && !streams.isEmpty()) {
            List<Told> told = messages(batch.changes(), point);
            Message reset = reset(point);
            for (LiveStream stream : streams) {
                tell(stream, told, reset);
            }
        }
        batch.changes().forEach(this::endWhereSessionEnded);
        point = batch.upTo();
    }

    private void tell(LiveStream stream, List<Told> told, Message reset) {
        List<Message> mine = new ArrayList<>();
        for (Told each : told) {
            if (stream.reach().covers(each.change().unit())) {
                mine.add(each.message());
            }
        }
        if (mine.size() > FLOOD) {
            stream.offer(reset, reset);
            return;
        }
        mine.forEach(message -> stream.offer(message, reset));
    }

    private void endWhereSessionEnded(Stored stored) {
        if (SESSION_ENDED.equals(stored.change().kind())) {
            String ended = stored.change().reference();
            streams.stream()
                    .filter(stream -> stream.session().toString().equals(ended))
                    .forEach(LiveStream::end);
        }
    }

    /** What a returning browser may have missed, in its reach. */
    List<Message> missed(LiveStream stream, Collection<Stored> stored, Point since) {
        return messages(stored, since).stream()
                .filter(told -> stream.reach().covers(told.change().unit()))
                .map(Told::message)
                .toList();
    }

    Message reset(Point since) {
        return new Message(id(since, 0), json.writeValueAsString(new Body("*", "reset", "", "")));
    }

    static String id(Point point, long change) {
        return point.watermark() + "-" + change + "-" + point.at().getEpochSecond();
    }

    private List<Told> messages(Collection<Stored> stored, Point since) {
        List<Told> told = new ArrayList<>(stored.size());
        for (Stored each : stored) {
            Change change = each.change();
            String data = json.writeValueAsString(new Body(
                    change.topic(),
                    change.kind(),
                    change.reference(),
                    change.unit().value()));
            told.add(new Told(change, new Message(id(since, each.id()), data)));
        }
        return told;
    }

    Set<UUID> sessions() {
        return streams.stream().map(LiveStream::session).collect(Collectors.toSet());
    }

    void endStreamsOf(Set<UUID> sessions) {
        streams.stream().filter(stream -> sessions.contains(stream.session())).forEach(LiveStream::end);
    }

    void endAll() {
        streams.forEach(LiveStream::end);
    }

    int size() {
        return streams.size();
    }
}

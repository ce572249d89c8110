package org.lianxin.warning.stream;

import java.util.List;
import org.lianxin.warning.stream.Streams.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * A broker that is away does not make the service unfit for those who come over HTTP: it shows in the group {@code stream} alone, see
 * application.yaml.
 */
@Component("kafkaHealthIndicator")
final class StreamHealth implements HealthIndicator {

    static final Status WAITING = new Status("WAITING");

    private final Streams streams;

    StreamHealth(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        return of(streams.list());
    }

    static Health of(List<Stream> streams) {
        List<String> waiting = streams.stream()
                .filter(each -> each.state() != StreamState.LISTENING)
                .map(StreamHealth::said)
                .toList();
        return waiting.isEmpty()
                ? Health.up().build()
                : Health.status(WAITING).withDetail("waiting", waiting).build();
    }

    private static String said(Stream stream) {
        return stream.topic() + ": " + stream.state().word();
    }
}

package org.lianxin.warning.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.stream.Streams.Stream;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;

class StreamHealthTest {

    private static Status of(StreamState... states) {
        List<Stream> streams = java.util.Arrays.stream(states)
                .map(each -> new Stream("warnings", "省平台", "1505", each))
                .toList();
        return StreamHealth.of(streams).getStatus();
    }

    @Test
    void aTopicThatWaitsShowsAndDoesNotMakeTheServiceUnfit() {
        Status waiting = of(StreamState.LISTENING, StreamState.NO_BROKER);

        assertThat(waiting).isEqualTo(StreamHealth.WAITING);
        assertThat(StatusAggregator.getDefault().getAggregateStatus(waiting, Status.UP))
                .isEqualTo(Status.UP);
    }

    @Test
    void topicsThatAreListenedToAndNoneAtAllAreWell() {
        assertThat(of(StreamState.LISTENING)).isEqualTo(Status.UP);
        assertThat(of()).isEqualTo(Status.UP);
    }
}

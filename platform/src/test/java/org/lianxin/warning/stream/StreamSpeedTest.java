package org.lianxin.warning.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.warning.testing.Doors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast a topic that has run full is read; broker, service and database share the machine. */
@Tag("slow")
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class StreamSpeedTest {

    private static final int ROWS = Integer.getInteger("measure.rows", 20_000);

    @Autowired
    private StreamIntake intake;

    @Autowired
    private Units units;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsATopicThatHasRunFull() throws Exception {
        try (TestBroker broker = TestBroker.start()) {
            StreamDesk desk = new StreamDesk(broker, new StreamDesk.Doors(intake, units, transactions, jdbc));
            for (int round = 0; round < 2; round++) {
                String topic = "speed" + round;
                broker.createTopic(topic, 1);
                List<byte[]> records = new ArrayList<>();
                for (int i = 0; i < ROWS; i++) {
                    records.add(StreamDesk.signal(topic, i));
                }
                desk.send(topic, 1, records);
                long began = System.nanoTime();
                try (TopicListener listener = desk.listen(topic, topic)) {
                    broker.awaitRead(topic, topic, 1);
                    assertThat(listener.state()).isEqualTo(StreamState.LISTENING);
                }
                double seconds = (System.nanoTime() - began) / 1e9;
                System.err.printf("round %d: %d signals in %.2f s = %.0f/s%n", round, ROWS, seconds, ROWS / seconds);
                assertThat(desk.signals(topic)).isEqualTo(ROWS);
            }
        }
    }
}

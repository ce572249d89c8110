package org.lianxin.warning.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.stream.StreamDesk.bytes;
import static org.lianxin.warning.stream.StreamDesk.signal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.runtime.Database.Login;
import org.lianxin.runtime.Instance;
import org.lianxin.testing.TestPostgres;
import org.lianxin.vault.Vault;
import org.lianxin.warning.testing.Doors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** WA-60 to WA-64 on a real broker and a real PostgreSQL: every record is taken once or lies in quarantine, whatever happens. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class StreamModuleTest {

    private static final int PARTITIONS = 3;
    private static final int GOOD = 60;

    private static TestBroker broker;

    @Autowired
    private StreamIntake intake;

    @Autowired
    private Units units;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private Instance instance;

    private StreamDesk desk;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = TestBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void sitDown() {
        desk = new StreamDesk(broker, new StreamDesk.Doors(intake, units, transactions, jdbc));
    }

    private String topic(String name, int partitions) {
        broker.createTopic(name, partitions);
        return name;
    }

    private void read(String group, String topic, int partitions) {
        try (TopicListener listener = desk.listen(group, topic)) {
            broker.awaitRead(group, topic, partitions);
            assertThat(listener.state()).isEqualTo(StreamState.LISTENING);
        }
    }

    private String text(String sql, String parameter) {
        return transactions.runAs(
                Quarantine.JOB,
                () -> jdbc.sql(sql).param(parameter).query(String.class).single());
    }

    /** Every signal three times in any order, with poison before, between and after them. */
    private static List<byte[]> troubled(String prefix, List<byte[]> poison) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < GOOD * 3; i++) {
            records.add(signal(prefix, i % GOOD));
        }
        Collections.shuffle(records, new Random(7));
        for (int i = 0; i < poison.size(); i++) {
            records.add(i * 30, poison.get(i));
        }
        records.add(signal(prefix, 3, "，改了"));
        return records;
    }

    @Test
    void wa60_wa61_everySignalIsTakenOnceAndWhatCannotBeTakenLiesInQuarantineAndBlocksNothing() throws Exception {
        String topic = topic("troubled", PARTITIONS);
        List<byte[]> poison = List.of(
                bytes("{oops 张三"),
                bytes("[1]"),
                bytes("{\"sourceId\":\"x\",\"name\":7}"),
                new byte[0],
                bytes("\"" + "长".repeat(StreamIntake.MOST_BYTES / 3) + "\""));
        desk.send(topic, PARTITIONS, troubled(topic, poison));

        read("first", topic, PARTITIONS);

        assertThat(desk.signals(topic)).isEqualTo(GOOD);
        assertThat(text(
                        "select string_agg(problems -> 0 ->> 'code', ' ' order by problems -> 0 ->> 'code') from warning.quarantine where topic = ?",
                        topic))
                .isEqualTo("bad-type conflict not-an-object not-json not-json too-many-bytes");
        assertThat(sealedBytes(topic)).containsExactlyInAnyOrderElementsOf(shown(poison, signal(topic, 3, "，改了")));
        assertThat(text(
                        "select max(note) from audit.entry where action = 'warning.signals.quarantined' and note like '%' || ?",
                        topic))
                .isEqualTo(StreamDesk.SOURCE + ", " + topic);
        assertThat(text("select max(note) from audit.entry where action = 'warning.signals.taken' and ? <> ''", topic))
                .isNotNull();

        read("second", topic, PARTITIONS);

        assertThat(desk.signals(topic)).isEqualTo(GOOD);
        assertThat(desk.quarantined(topic)).isEqualTo(poison.size() + 1);
    }

    private static List<String> shown(List<byte[]> poison, byte[] conflict) {
        List<String> all = new ArrayList<>();
        poison.forEach(each -> all.add(new String(each, java.nio.charset.StandardCharsets.UTF_8)));
        all.add(new String(conflict, java.nio.charset.StandardCharsets.UTF_8));
        return all;
    }

    private List<String> sealedBytes(String topic) {
        return transactions.runAs(
                Quarantine.JOB,
                () -> jdbc.sql("""
                        select q.data_key, c.sealed from warning.quarantine q
                        join warning.quarantine_content c on c.quarantine_id = q.id where topic = ?""")
                        .param(topic)
                        .query((row, n) -> {
                            byte[] sealed = row.getBytes(2);
                            assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8))
                                    .doesNotContain("张三");
                            return new String(
                                    vault.open(row.getObject(1, UUID.class), Quarantine.CONTEXT, sealed),
                                    java.nio.charset.StandardCharsets.UTF_8);
                        })
                        .list());
    }

    @Test
    void wa62_aDatabaseThatIsAwayLosesNothingAndCommittingOffsetsFirstIsCaught() throws Exception {
        String steady = topic("steady", 1);
        String hasty = topic("hasty", 1);
        for (String topic : List.of(steady, hasty)) {
            desk.send(topic, 1, List.of(signal(topic, 0)));
        }
        try (TopicListener one = desk.listen(steady, steady);
                TopicListener two = desk.listen(hasty, hasty, StreamModuleTest::committingFirst)) {
            broker.awaitRead(steady, steady, 1);
            TestBroker.await("the first is stored", () -> desk.signals(steady) == 1 && desk.signals(hasty) == 1);
            allowConnections(false);
            for (String topic : List.of(steady, hasty)) {
                desk.send(topic, 1, some(topic));
            }
            TestBroker.await("both wait", () -> waits(one) && waits(two));
            assertThat(broker.committed(steady, steady)).isEqualTo(1);
        } finally {
            allowConnections(true);
        }

        read(steady, steady, 1);
        read(hasty, hasty, 1);

        assertThat(desk.signals(steady)).isEqualTo(1 + GOOD);
        assertThat(desk.quarantined(steady)).isZero();
        assertThat(desk.signals(hasty)).as("the planted loss is noticed").isLessThan(1 + GOOD);
    }

    private static boolean waits(TopicListener listener) {
        return listener.state() == StreamState.NO_DATABASE;
    }

    private static List<byte[]> some(String prefix) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 1; i <= GOOD; i++) {
            records.add(signal(prefix, i));
        }
        return records;
    }

    /** The planted bug: what was polled counts as read before anything is stored. */
    @SuppressWarnings("unchecked")
    private static Consumer<byte[], byte[]> committingFirst(Consumer<byte[], byte[]> consumer) {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                StreamModuleTest.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(consumer, arguments);
                        if (method.getName().equals("poll")) {
                            consumer.commitSync();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The database of this test refuses everybody and sends those away who are there, as when it stops. */
    private void allowConnections(boolean allowed) throws SQLException {
        String url = instance.database().url();
        String name = url.substring(url.lastIndexOf('/') + 1);
        Login login = TestPostgres.administrator();
        try (Connection connection = DriverManager.getConnection(
                        url.substring(0, url.lastIndexOf('/')) + "/postgres", login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + allowed);
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }

    @Test
    void wa63_aTopicWhoseUnitIsNotThereWaits() throws Exception {
        String topic = topic("nowhere", 1);
        desk.send(topic, 1, List.of(signal(topic, 0)));
        try (TopicListener listener = desk.of("999999").listen(topic, topic)) {
            TestBroker.await("it waits", () -> listener.state() == StreamState.NO_UNIT);
        }
        assertThat(broker.committed(topic, topic)).isZero();
        assertThat(desk.quarantined(topic)).isZero();
    }
}

package org.lianxin.warning.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.place.Places;
import org.lianxin.shared.Refused;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.sample.SampleRows;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files against a real PostgreSQL: every row is accounted for, whatever stands in it. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ImportModuleTest {

    @Autowired
    private Imports imports;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private Places places;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    private Sender sender() {
        return Sender.machine("clerk", ((TongliaoUnits) units).city, null);
    }

    private static byte[] csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private UUID upload(byte[] file) {
        return imports.upload(sender(), null, "预警.csv", new ByteArrayInputStream(file));
    }

    private ImportRow dryRun(byte[] file) throws InterruptedException {
        return await(upload(file), ImportState.DRY_RUN_DONE);
    }

    private ImportRow written(UUID id) throws InterruptedException {
        transactions.runAs(DryRun.JOB, () -> {
            imports.confirm(id);
            return id;
        });
        imports.wake();
        return await(id, ImportState.DONE);
    }

    private ImportRow await(UUID id, ImportState state) throws InterruptedException {
        while (true) {
            ImportRow row =
                    transactions.runAs(DryRun.JOB, () -> imports.find(id).orElseThrow());
            if (row.state() == state) {
                return row;
            }
            assertThat(row.state())
                    .as("%s", row.problem())
                    .isIn(
                            ImportState.READING,
                            ImportState.WRITING,
                            ImportState.UNDOING,
                            ImportState.DRY_RUN_DONE,
                            ImportState.DONE);
            Thread.sleep(20);
        }
    }

    private int count(String sql) {
        return transactions.runAs(
                DryRun.JOB, () -> jdbc.sql(sql).query((row, n) -> row.getInt(1)).single());
    }

    private List<List<String>> sample(long seed, int count, Duration age) {
        Instant newest = Clock.systemUTC().instant().minus(age);
        SampleRows rows = new SampleRows(places, seed, newest, Duration.ofHours(30));
        List<List<String>> all = new ArrayList<>();
        all.add(SampleRows.HEADERS);
        for (int i = 0; i < count; i++) {
            all.add(new ArrayList<>(rows.next()));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRowIsAcceptedMergedHistoryOrRejectedAndTheSameFileAgainChangesNothing(long seed) throws Exception {
        Random random = new Random(seed);
        List<List<String>> rows = sample(seed, 400, Duration.ZERO);
        rows.addAll(sample(seed + 100, 200, Duration.ofDays(9)).subList(1, 201));
        String[] bad = {"", "不知道", "2099-01-01 00:00", "=cmd|' /C calc'!A0", "\u0000", "1.50581E+17"};
        for (int i = 0; i < 120; i++) {
            rows.get(1 + random.nextInt(600))
                    .set(random.nextInt(SampleRows.HEADERS.size()), bad[random.nextInt(bad.length)]);
        }
        for (int i = 0; i < 30; i++) {
            rows.add(rows.get(1 + random.nextInt(600)));
        }

        ImportRow dry = dryRun(csv(rows));
        ImportRow done = written(dry.id());

        assertThat(done.tally()).isEqualTo(dry.tally());
        assertThat(done.tally().rows()).isEqualTo(done.rows()).isEqualTo(rows.size() - 1);
        assertThat(done.tally().rejected()).isPositive();
        assertThat(done.tally().history()).isPositive();
        int signals = count("select count(*) from warning.signal");
        int episodes = count("select count(*) from warning.episode");
        ImportRow again = written(dryRun(csv(rows)).id());
        assertThat(again.tally().accepted()).isZero();
        assertThat(again.tally().history()).isZero();
        assertThat(count("select count(*) from warning.signal")).isEqualTo(signals);
        assertThat(count("select count(*) from warning.episode")).isEqualTo(episodes);
    }

    @Test
    void naughtyStringsInEveryFieldAreTakenOrRefusedAndNothingBreaks() throws Exception {
        List<String> naughty = new ArrayList<>();
        try (InputStream file = getClass().getResourceAsStream("/hostile/blns.json")) {
            for (JsonNode each : JsonMapper.builder().build().readTree(file)) {
                naughty.add(each.stringValue());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(SampleRows.HEADERS);
        SampleRows source = new SampleRows(places, 77, Clock.systemUTC().instant(), Duration.ofHours(30));
        for (int i = 0; i < naughty.size(); i++) {
            List<String> row = new ArrayList<>(source.next());
            row.set(i % row.size(), naughty.get(i));
            rows.add(row);
        }

        ImportRow done = written(dryRun(csv(rows)).id());

        assertThat(done.tally().rows()).isEqualTo(naughty.size());
        assertThat(done.tally().accepted() + done.tally().merged()).isPositive();
    }

    @Test
    void aBatchIsUndoneButWhatSomebodyBeganStays() throws Exception {
        ImportRow done = written(dryRun(csv(sample(55, 60, Duration.ZERO))).id());
        transactions.runAs(
                DryRun.JOB, () -> jdbc.sql("""
                        update warning.episode set state = 'working' where id = (
                            select episode_id from warning.signal where import_id = :id order by row_number limit 1)
                        """).param("id", done.id()).update());

        transactions.runAs(DryRun.JOB, () -> {
            imports.undo(done.id());
            return done;
        });
        imports.wake();
        ImportRow undone = await(done.id(), ImportState.UNDONE);

        assertThat(undone.keptHandled()).isEqualTo(1);
        assertThat(count("select count(distinct episode_id) from warning.signal where import_id = '" + done.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void anImportWhoseWorkerDiedGoesOnWhereItWasAndWritesNothingTwice() throws Exception {
        List<List<String>> rows = sample(66, 1_000, Duration.ofDays(20));
        ImportRow dry = dryRun(csv(rows));
        written(dry.id());
        transactions.runAs(DryRun.JOB, () -> {
            jdbc.sql("delete from warning.import_chunk where import_id = :id and first_row > 300")
                    .param("id", dry.id())
                    .update();
            jdbc.sql(
                            "update warning.import set state = 'writing', lease_until = lianxin_now() - interval '1 minute' where id = :id")
                    .param("id", dry.id())
                    .update();
            return dry;
        });
        imports.wake();

        ImportRow again = await(dry.id(), ImportState.DONE);

        assertThat(again.tally().rows()).isEqualTo(1_000);
        assertThat(count("select count(*) from warning.signal where import_id = '" + dry.id() + "'"))
                .isEqualTo(1_000);
    }

    @Test
    void aFileNobodyCanReadSaysWhatToDo() throws Exception {
        UUID id = upload("只有一列\n没有用".getBytes(StandardCharsets.UTF_8));
        ImportRow row;
        do {
            Thread.sleep(20);
            row = transactions.runAs(DryRun.JOB, () -> imports.find(id).orElseThrow());
        } while (row.state() == ImportState.READING);

        assertThat(row.state()).isEqualTo(ImportState.FAILED);
        assertThat(row.problem().code()).isEqualTo("missing-columns");
        assertThatThrownBy(() -> transactions.runAs(DryRun.JOB, () -> {
                    imports.confirm(id);
                    return id;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theStopListIsCountedAndNothingOfItIsStored() throws IOException, InterruptedException {
        ImportRow done =
                written(dryRun(csv(sample(88, 20, Duration.ofDays(30)))).id());

        assertThat(done.stoppedCells()).isEqualTo(20);
        assertThat(done.columns().stream().filter(column -> column.stopped()).map(column -> column.header()))
                .containsExactly("民族");
    }
}

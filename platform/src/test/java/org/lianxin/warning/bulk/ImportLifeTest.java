package org.lianxin.warning.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.place.Places;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.sample.SampleRows;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports that break off, poison the work, or are stopped by people: each ends, and its file is gone with it. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ImportLifeTest {

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

    private UUID upload(InputStream file) {
        return imports.upload(Sender.machine("clerk", ((TongliaoUnits) units).city, null), null, "预警.csv", file);
    }

    private byte[] sample(int count) {
        SampleRows rows = new SampleRows(places, count, Instant.now(), Duration.ofHours(30));
        StringBuilder csv = new StringBuilder(String.join(",", SampleRows.HEADERS)).append("\r\n");
        for (int i = 0; i < count; i++) {
            rows.next().forEach(cell -> csv.append('"').append(cell).append("\","));
            csv.append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ImportRow await(UUID id, ImportState state) throws InterruptedException {
        ImportRow row = find(id);
        for (int i = 0; i < 3_000 && row.state() != state; i++) {
            Thread.sleep(20);
            row = find(id);
        }
        assertThat(row.state()).as("%s", row.problem()).isEqualTo(state);
        return row;
    }

    private ImportRow find(UUID id) {
        return transactions.runAs(DryRun.JOB, () -> imports.find(id).orElseThrow());
    }

    private int parts(UUID id) {
        return transactions.runAs(
                DryRun.JOB,
                () -> jdbc.sql("select count(*)::int from warning.import_part where import_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single());
    }

    private void change(String sql, UUID id) {
        transactions.runAs(DryRun.JOB, () -> jdbc.sql(sql).param("id", id).update());
    }

    private void hasNoFileLeft(UUID id) throws InterruptedException {
        for (int i = 0; i < 500 && parts(id) > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(parts(id)).isZero();
    }

    /** Gives two pieces; what stands in the database when the second is asked for is remembered. */
    private final class TwoPieces extends InputStream {
        private final boolean breaks;
        private int given;
        private int seen = -1;

        TwoPieces(boolean breaks) {
            this.breaks = breaks;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int pieces = given / (1 << 20);
            if (pieces == 1 && seen < 0) {
                seen = transactions.runAs(
                        DryRun.JOB,
                        () -> jdbc.sql("select coalesce(max(bytes), 0)::int from warning.import where not uploaded")
                                .query(Integer.class)
                                .single());
            }
            if (pieces == 1 && breaks) {
                throw new IOException("the line is cut");
            }
            if (pieces == 2) {
                return -1;
            }
            int some = Math.min(length, (1 << 20) * (pieces + 1) - given);
            given += some;
            return some;
        }
    }

    @Test
    void aSlowUploadHoldsNoTransactionOpen() {
        TwoPieces slow = new TwoPieces(false);
        upload(slow);
        assertThat(slow.seen)
                .as("the first piece was committed before the second came")
                .isEqualTo(1 << 20);
    }

    @Test
    void anUploadThatBreaksOffIsRefusedStaysVisibleAndLeavesNothingBehind() throws InterruptedException {
        assertThatThrownBy(() -> upload(new TwoPieces(true))).isInstanceOf(Refused.class);
        UUID id = transactions.runAs(
                DryRun.JOB,
                () -> jdbc.sql("select id from warning.import where problem->>'code' = 'upload-broken'")
                        .query(UUID.class)
                        .single());
        assertThat(find(id).state()).isEqualTo(ImportState.FAILED);
        hasNoFileLeft(id);
    }

    @Test
    void aHeaderWithANulIsReadLikeAnyOther() throws InterruptedException {
        String csv = "预警时间,姓名,风险等级,备\0注\r\n2026-01-01 10:00,包玉兰,高,甲\r\n";
        UUID id = upload(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(await(id, ImportState.DRY_RUN_DONE).columns().get(3).header())
                .isEqualTo("备 注");
    }

    @Test
    void anImportThatCannotBeWorkedThroughEndsAfterFiveAttempts() throws InterruptedException {
        UUID id = upload(new ByteArrayInputStream(sample(5)));
        await(id, ImportState.DRY_RUN_DONE);
        change("update warning.import_part set sealed = '\\x00' where import_id = :id", id);
        change("update warning.import set state = 'writing' where id = :id", id);
        for (int i = 0; i < 500 && find(id).state() == ImportState.WRITING; i++) {
            change("update warning.import set lease_until = null where id = :id and state = 'writing'", id);
            imports.wake();
            Thread.sleep(20);
        }
        ImportRow row = await(id, ImportState.FAILED);
        assertThat(row.problem().code()).isEqualTo("stopped");
        assertThat(row.handling().attempts()).isEqualTo(6);
        hasNoFileLeft(id);
    }

    @Test
    void aCancelledImportLosesItsFileAndAFinishedOneKeepsItForMarking() throws InterruptedException {
        UUID id = upload(new ByteArrayInputStream(sample(5)));
        await(id, ImportState.DRY_RUN_DONE);
        assertThat(parts(id)).isPositive();
        transactions.runAs(DryRun.JOB, () -> {
            imports.cancel(id);
            return id;
        });
        hasNoFileLeft(id);
    }

    @Test
    void cancellingWhileItIsWrittenTakesBackWhatWasWritten() throws InterruptedException {
        UUID id = upload(new ByteArrayInputStream(sample(8_000)));
        await(id, ImportState.DRY_RUN_DONE);
        transactions.runAs(DryRun.JOB, () -> {
            imports.confirm(id);
            return id;
        });
        imports.wake();
        while (find(id).processed() == 0 && find(id).state() == ImportState.WRITING) {
            Thread.sleep(5);
        }
        transactions.runAs(DryRun.JOB, () -> {
            imports.cancel(id);
            return id;
        });
        await(id, ImportState.UNDONE);
        int left = transactions.runAs(
                DryRun.JOB,
                () -> jdbc.sql("select count(*)::int from warning.signal where import_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single());
        assertThat(left).isZero();
        hasNoFileLeft(id);
    }

    @Test
    void theListStandsInTheOrderAskedForScreenByScreen() throws InterruptedException {
        for (int rows : new int[] {3, 1, 2, 2}) {
            await(upload(new ByteArrayInputStream(sample(rows))), ImportState.DRY_RUN_DONE);
        }
        List<ImportRow> latest = screens(null);
        assertThat(latest).extracting(ImportRow::madeAt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ids(screens("at"))).isEqualTo(ids(latest).reversed());
        List<ImportRow> fewest = screens("rows");
        assertThat(fewest).extracting(ImportRow::rows).isSorted();
        assertThat(ids(fewest)).hasSameElementsAs(ids(latest));
        assertThat(ids(screens("-rows"))).isEqualTo(ids(fewest).reversed());
        assertThatThrownBy(() -> screens("sheet")).isInstanceOf(Refused.class);
    }

    private static List<UUID> ids(List<ImportRow> rows) {
        return rows.stream().map(ImportRow::id).toList();
    }

    private List<ImportRow> screens(@Nullable String order) {
        List<ImportRow> all = new ArrayList<>();
        @Nullable UUID after = null;
        do {
            UUID from = after;
            Slice<ImportRow> page = transactions.runAs(DryRun.JOB, () -> imports.list(order, from, 1));
            all.addAll(page.items());
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
        return all;
    }
}

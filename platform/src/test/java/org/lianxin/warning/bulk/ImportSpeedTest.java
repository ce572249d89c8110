package org.lianxin.warning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.place.Places;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.sample.SampleFile;
import org.lianxin.warning.sample.SampleRows;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** How long a county's half year takes: {@code -Dmeasure.rows=112457}. */
@Tag("slow")
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ImportSpeedTest {

    @Autowired
    private Imports imports;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private Places places;

    @Autowired
    private Units units;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHalfYearIsImportedInAMinuteAndAgainChangesNothing(boolean fresh) throws Exception {
        int count = Integer.getInteger("measure.rows", 20_000);
        Instant now = Clock.systemUTC().instant();
        SampleRows rows = fresh
                ? new SampleRows(places, 11, now, Duration.ofHours(40))
                : new SampleRows(places, 12, now.minus(Duration.ofDays(10)), Duration.ofDays(180));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleFile.xlsx(out, rows, count);
        byte[] file = out.toByteArray();
        System.err.printf("%s: %d rows, %.1f MB%n", fresh ? "fresh" : "history", count, file.length / 1e6);
        ImportRow first = run(file);
        assertThat(first.tally().rows()).isEqualTo(count);
        ImportRow again = run(file);
        assertThat(again.tally().duplicate() + again.tally().rejected()).isEqualTo(count);
    }

    private ImportRow run(byte[] file) throws InterruptedException {
        Sender sender = Sender.machine("measure", ((TongliaoUnits) units).city, null);
        long began = System.nanoTime();
        UUID id = imports.upload(sender, null, "半年预警.xlsx", new ByteArrayInputStream(file));
        ImportRow dry = await(id, ImportState.DRY_RUN_DONE);
        long dryDone = System.nanoTime();
        transactions.runAs(DryRun.JOB, () -> {
            imports.confirm(id);
            return id;
        });
        imports.wake();
        ImportRow done = await(id, ImportState.DONE);
        System.err.printf(
                "round: dry run %.1f s %s%n  written %.1f s %s%n",
                (dryDone - began) / 1e9, dry.tally(), (System.nanoTime() - dryDone) / 1e9, done.tally());
        assertThat(done.tally()).isEqualTo(dry.tally());
        return done;
    }

    private ImportRow await(UUID id, ImportState state) throws InterruptedException {
        while (true) {
            ImportRow row =
                    transactions.runAs(DryRun.JOB, () -> imports.find(id).orElseThrow());
            if (row.state() == state) {
                return row;
            }
            assertThat(row.state()).as("%s", row.problem()).isNotEqualTo(ImportState.FAILED);
            Thread.sleep(50);
        }
    }
}

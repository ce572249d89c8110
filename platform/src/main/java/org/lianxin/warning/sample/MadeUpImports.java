package org.lianxin.warning.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units;
import org.lianxin.place.Places;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.bulk.ImportState;
import org.lianxin.warning.bulk.Imports;
import org.lianxin.warning.intake.Sender;
import org.springframework.stereotype.Component;

/** Workbooks of invented rows, uploaded as people upload theirs. */
@Component
class MadeUpImports {

    private static final SystemJob JOB = new SystemJob("warning.invented", false);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> WRONG = List.of("", "不知道", "2099-01-01 00:00", "1.50581E+17");

    private final ScopedTransactions transactions;
    private final Imports imports;
    private final Units units;
    private final Places places;

    MadeUpImports(ScopedTransactions transactions, Imports imports, Units units, Places places) {
        this.transactions = transactions;
        this.imports = imports;
        this.units = units;
        this.places = places;
    }

    /** @param bad how many of the rows cannot be taken */
    record File(String name, int rows, int bad, Instant newest) {}

    UUID upload(Viewer by, File file, boolean confirmed) {
        Sender sender = Sender.clerk(by.staffNumber(), units.get(by.unitId()), null);
        UUID id = imports.upload(sender, by.staffId(), file.name, new ByteArrayInputStream(workbook(file)));
        await(id, ImportState.DRY_RUN_DONE);
        if (confirmed) {
            transactions.run(by, () -> {
                imports.confirm(id);
                return id;
            });
            imports.wake();
            await(id, ImportState.DONE);
        }
        return id;
    }

    private byte[] workbook(File file) {
        SampleRows source = new SampleRows(places, file.rows, file.newest, Duration.ofHours(20));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < file.rows; i++) {
            List<String> row = new ArrayList<>(source.next());
            if (file.bad > 0 && i % Math.max(1, file.rows / file.bad) == 3) {
                // The columns 预警时间, 姓名 and 证件号码 in turn.
                row.set(1 + i % 3, WRONG.get(i % 3 == 1 ? 0 : i % WRONG.size()));
            }
            rows.add(row);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SampleFile.xlsx(out, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void await(UUID id, ImportState state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (transactions.runAs(JOB, () -> imports.find(id).orElseThrow()).state() != state) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("import " + id + " did not come to " + state);
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

package org.lianxin.warning.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.warning.testing.Desks;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new installation's first minute: tables fill that nobody has counted yet, and the planner guesses. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class YoungTablesModuleTest {

    private static final int SIGNALS = 2_000;

    @Autowired
    private Intake intake;

    @Autowired
    private IntakeReads reads;

    @Autowired
    private Units units;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aKnownPersonIsFoundByIndexFromTheFirstSignalOn() {
        var now = Clock.systemUTC().instant();
        Sender sender = Sender.machine("national-platform", ((TongliaoUnits) units).city, null);
        intake.acceptAll(
                sender,
                IntStream.range(0, SIGNALS)
                        .mapToObj(i -> new Intake.Row(i, Desks.signal(now, "内蒙古通辽市霍林郭勒市珠斯花街道")))
                        .toList(),
                receipts -> {});
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);

        List<String> plan = transactions.runAs(IntakeTransaction.JOB, () -> {
            reads.lock(List.of());
            return jdbc.sql("explain (analyze, costs off, timing off, summary off) " + IntakeReads.KNOWN)
                    .param("keys", new long[] {1, 2, 3})
                    .param("from", at.minusDays(30))
                    .param("to", at.plusDays(30))
                    .query((row, n) -> row.getString(1))
                    .list();
        });

        assertThat(plan).anyMatch(line -> line.contains("episode_pkey"));
        assertThat(plan).anyMatch(line -> line.contains("search_token_pkey"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Rows Removed by"));
    }
}

package org.lianxin.warning.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.warning.testing.Doors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A new installation's first minute: the plans are made on empty tables, kept by the connections, and must still be good when
 * thousands of signals have come in before anybody counts the rows.
 */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class YoungTablesModuleTest {

    @Autowired
    private IntakeReads reads;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aKnownPersonIsFoundFromTheTokensEvenWhenTheTablesWereEmptyAtTheTimeOfPlanning() {
        OffsetDateTime now = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC);

        List<String> plan = transactions.runAs(IntakeTransaction.JOB, () -> {
            reads.lock(List.of());
            return jdbc.sql("explain (costs off) " + IntakeReads.KNOWN)
                    .param("keys", new long[] {1, 2, 3})
                    .param("from", now.minusDays(30))
                    .param("to", now.plusDays(30))
                    .query((row, n) -> row.getString(1).strip())
                    .list();
        });

        assertThat(plan)
                .as("the tokens by their index")
                .anyMatch(line -> line.matches("Index Cond: \\(token = ANY .*"));
        assertThat(plan)
                .as("the episodes by theirs, never one after another")
                .anyMatch(line -> line.matches("Index Cond: \\(id = ANY .*"));
    }
}

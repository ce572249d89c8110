package org.lianxin.warning.retention;

import org.lianxin.audit.Expiring;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** RE-04: caller codes and how often they were asked about go after a day. */
@Component
class EndOfCodes implements Expiring {

    private static final SystemJob JOB = new SystemJob("warning.retention", false);

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;

    EndOfCodes(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public String rule() {
        return "warning.caller-code";
    }

    @Override
    public int expire() {
        return transactions.runAs(JOB, () -> {
            int tries = jdbc.sql("""
                            delete from warning.code_try where window_start < (select audit.expires_before('warning.caller-code'))""").update();
            int codes = jdbc.sql("""
                            delete from warning.caller_code where valid_until < (select audit.expires_before('warning.caller-code'))""").update();
            return tries + codes;
        });
    }
}

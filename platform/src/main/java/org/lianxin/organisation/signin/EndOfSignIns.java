package org.lianxin.organisation.signin;

import org.lianxin.audit.Expiring;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** RE-06: sessions go 90 days after they were last used, attempts to sign in after two days. */
@Component
class EndOfSignIns implements Expiring {

    private static final SystemJob JOB = new SystemJob("organisation.retention", false);

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;

    EndOfSignIns(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public String rule() {
        return "organisation.session";
    }

    @Override
    public int expire() {
        return transactions.runAs(JOB, () -> {
            int attempts = jdbc.sql(
                            "delete from organisation.attempt where at < (select audit.expires_before('organisation.attempt'))")
                    .update();
            int sessions = jdbc.sql("""
                            delete from organisation.session
                            where coalesce(ended_at, seen_at) < (select audit.expires_before('organisation.session'))""").update();
            return attempts + sessions;
        });
    }
}

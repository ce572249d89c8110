package org.lianxin.notification.store;

import java.util.List;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.Backdating;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages of a demonstration, with their receipts and what the invented handsets received, at the times they are said to have gone out. */
@Repository
class BackdatedMessages implements Backdating {

    private static final SystemJob JOB = new SystemJob("notification.invented", false);

    private final ScopedTransactions transactions;
    private final SimulatedStore simulated;
    private final JdbcClient jdbc;

    BackdatedMessages(ScopedTransactions transactions, SimulatedStore simulated, JdbcClient jdbc) {
        this.transactions = transactions;
        this.simulated = simulated;
        this.jdbc = jdbc;
    }

    @Override
    public void move(List<Moved> all) {
        transactions.runAs(JOB, () -> {
            if (simulated.isProduction()) {
                throw new IllegalStateException("nothing is backdated in production");
            }
            return move(Moved.columns(all));
        });
    }

    private int move(Object[] columns) {
        String moved = """
                with moved as (
                    select x.key, m.back
                    from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::interval[]) m(subject, start, stop, back)
                    join notification.message x on x.subject_id = m.subject and x.at >= m.start and x.at < m.stop)
                """;
        jdbc.sql(moved + """
                        update notification.simulated s set at = s.at - m.back, receipt_at = s.receipt_at - m.back
                        from moved m where s.key = m.key""").params(columns).update();
        return jdbc.sql(moved + """
                        update notification.message x
                        set at = x.at - m.back, sent_at = x.sent_at - m.back, receipt_at = x.receipt_at - m.back
                        from moved m where x.key = m.key""").params(columns).update();
    }
}

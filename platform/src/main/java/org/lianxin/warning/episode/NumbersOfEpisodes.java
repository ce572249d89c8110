package org.lianxin.warning.episode;

import java.util.Optional;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.audit.SubjectNumbers;
import org.lianxin.shared.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Episodes by their number, for readers of the log. */
@Component
class NumbersOfEpisodes implements SubjectNumbers {

    private static final SystemJob JOB = new SystemJob("warning.numbers", false);

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;

    NumbersOfEpisodes(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SubjectRef> find(String number) {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select id from warning.episode where number = ?")
                        .param(number)
                        .query((row, n) -> new SubjectRef("warning", row.getObject(1, UUID.class)))
                        .optional());
    }
}

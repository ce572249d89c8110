package org.lianxin.audit.retention;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.Expiring;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends what is past its term, rule by rule, and writes down how much ended. One rule that fails does not keep the others. */
@Component
public class RetentionRun {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);
    private static final SystemJob JOB = new SystemJob("audit.retention", false);

    private final ScopedTransactions transactions;
    private final AuditLog log;
    private final List<Expiring> rules;

    RetentionRun(ScopedTransactions transactions, AuditLog log, List<Expiring> rules) {
        this.transactions = transactions;
        this.log = log;
        this.rules = rules;
    }

    /** Everything past its term, now. Returns how many things ended, by rule. */
    public Map<String, Integer> run() {
        Map<String, Integer> ended = new TreeMap<>();
        for (Expiring rule : rules) {
            try {
                int count = all(rule);
                if (count > 0) {
                    ended.put(rule.rule(), count);
                    note(rule, count);
                }
            } catch (RuntimeException e) {
                LOG.warn("{} could not end what is past its term, it will be tried again", rule.rule(), e);
            }
        }
        return ended;
    }

    private static int all(Expiring rule) {
        int count = 0;
        int last;
        do {
            last = rule.expire();
            count += last;
        } while (last > 0 && !Thread.currentThread().isInterrupted());
        return count;
    }

    private void note(Expiring rule, int count) {
        transactions.runAs(JOB, () -> {
            log.deed(new AuditLog.Deed("audit.retention", null, count, "done", rule.rule()));
            return count;
        });
    }
}

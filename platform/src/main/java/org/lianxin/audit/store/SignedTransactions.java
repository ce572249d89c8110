package org.lianxin.audit.store;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Secrets;
import org.lianxin.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every transaction begins with its signed context. */
@Component
public final class SignedTransactions implements ScopedTransactions {

    private static final long JOB_ENTRY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final TransactionTemplate template;
    private final ContextEntry contexts;
    private final EntryNotes notes;
    private final ReadingBound bound;
    private final Map<String, Long> jobNotedAt = new ConcurrentHashMap<>();

    SignedTransactions(PlatformTransactionManager manager, DataSource dataSource, Secrets secrets, EntryNotes notes) {
        this.template = new TransactionTemplate(manager);
        this.contexts = new ContextEntry(dataSource, secrets);
        this.notes = notes;
        this.bound = new ReadingBound(notes);
    }

    /** On a database without Spring around it: for commands. */
    public static ScopedTransactions on(DataSource dataSource, Secrets secrets) {
        return new SignedTransactions(
                new JdbcTransactionManager(dataSource),
                dataSource,
                secrets,
                new EntryNotes(JdbcClient.create(dataSource)));
    }

    @Override
    public <T> T run(Viewer viewer, Supplier<T> work) {
        Running outer = Running.find();
        if (outer == null) {
            return begin(new Context(viewer, null), null, work);
        }
        refuseOther(outer, viewer);
        return work.get();
    }

    @Override
    public <T> T runFor(Viewer viewer, Purpose purpose, Supplier<T> work) {
        Running outer = Running.find();
        if (outer == null) {
            return beginBounded(new Context(viewer, null), purpose, work);
        }
        refuseOther(outer, viewer);
        outer.openedBy(notes.opened(purpose));
        return work.get();
    }

    @Override
    public <T> T runAs(SystemJob job, Supplier<T> work) {
        Running outer = Running.find();
        if (outer == null) {
            return begin(new Context(null, job), null, work);
        }
        if (outer.context().job() != null) {
            openContent(outer, job);
            return work.get();
        }
        return onBehalf(outer, job, work);
    }

    @Override
    public Actor actor() {
        return Running.get().context().actor();
    }

    private <T> T begin(Context context, @Nullable Purpose purpose, Supplier<T> work) {
        return Objects.requireNonNull(template.execute(status -> {
            long entry = contexts.enter(context, purpose);
            if (context.opensContent()) {
                noteJobOncePerMinute(context.jobName());
            }
            return Running.during(new Running(context, entry), work);
        }));
    }

    /** What is too much for an hour is not shown; that it was asked for stays in the log. */
    private <T> T beginBounded(Context context, Purpose purpose, Supplier<T> work) {
        try {
            return begin(context, purpose, () -> {
                bound.check(purpose);
                return work.get();
            });
        } catch (ReadingBound.Exceeded e) {
            begin(context, null, () -> {
                bound.notice(e);
                return e;
            });
            throw e.refusal();
        }
    }

    /** The viewer's transaction reaches further for a while, and says so: the job on the viewer's behalf, then the viewer again. */
    private <T> T onBehalf(Running outer, SystemJob job, Supplier<T> work) {
        Running inner = new Running(new Context(outer.context().viewer(), job), 0);
        contexts.enter(inner.context(), null);
        openContent(inner, job);
        boolean done = false;
        try {
            T result = Running.during(inner, work);
            done = true;
            return result;
        } finally {
            returnTo(outer, done);
        }
    }

    private void returnTo(Running outer, boolean done) {
        try {
            contexts.enter(outer.context(), null);
        } catch (RuntimeException e) {
            if (done) {
                throw e;
            }
        }
    }

    private void openContent(Running running, SystemJob job) {
        if (job.content() && !running.context().opensContent() && running.entry() == 0) {
            running.openedBy(notes.openedByJob(job.name()));
        }
    }

    private static void refuseOther(Running outer, Viewer viewer) {
        if (!outer.context().isFor(viewer)) {
            throw new IllegalStateException(
                    "a transaction of " + outer.context().actor().name() + " cannot go on as " + viewer.staffNumber());
        }
    }

    private void noteJobOncePerMinute(String job) {
        Long noted = jobNotedAt.get(job);
        long now = System.nanoTime();
        if (noted != null && now - noted < JOB_ENTRY_NANOS) {
            return;
        }
        notes.openedByJob(job);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobNotedAt.put(job, now);
            }
        });
    }
}

package org.lianxin.audit;

import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lianxin.audit.store.SignedTransactions;
import org.lianxin.shared.Secrets;
import org.lianxin.shared.Viewer;

/**
 * The only door to the database. Each call is one transaction (a nested call joins the outer one) that begins by handing
 * PostgreSQL a signed context; row security reads it and shows nothing where it is missing or forged.
 *
 * <p>Row policies of all modules use the functions {@code audit.scope_*()} inside {@code (select …)}, see
 * {@code db/audit}.
 */
public interface ScopedTransactions {

    /** Reads or writes work data (class B) within the viewer's data scope. Content tables of persons stay closed. */
    <T> T run(Viewer viewer, Supplier<T> work);

    /**
     * Reads or writes personal content (classes C to E) for a named purpose. The audit entry is inserted first, in the same
     * transaction; when it cannot be, nothing is shown.
     */
    <T> T runFor(Viewer viewer, Purpose purpose, Supplier<T> work);

    /**
     * A job of the service itself (timer, intake, router): sees all units; the log names the job. Content tables are open to
     * it only when the job says that it needs content; then the log says so, at least once a minute.
     *
     * <p>Within a viewer's transaction it runs on the viewer's behalf: the scope widens to all units for the inner work and is
     * the viewer's again after it; {@link #actor()} stays the viewer.
     *
     * @param job stable name, for example {@code warning.intake}
     */
    <T> T runAs(SystemJob job, Supplier<T> work);

    /** The same door for a {@link org.lianxin.shared.Command}, which works without the service around it. */
    static ScopedTransactions on(DataSource dataSource, Secrets secrets) {
        return SignedTransactions.on(dataSource, secrets);
    }

    /** A job's name and, where it must see personal content, why. */
    record SystemJob(String name, boolean content) {}

    /** What the current transaction runs as; throws outside of one. */
    Actor actor();

    /** Who acts in the current transaction: a viewer, or a job (then the ids are null). */
    record Actor(
            String name,
            @org.jspecify.annotations.Nullable UUID staffId,
            @org.jspecify.annotations.Nullable UUID unitId,
            @org.jspecify.annotations.Nullable Viewer viewer) {}
}

package org.lianxin.order.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Extension;
import org.lianxin.order.domain.Order.Grant;
import org.lianxin.order.domain.Order.LadderRef;
import org.lianxin.order.domain.Order.Life;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.domain.Order.Task;
import org.lianxin.order.domain.OrderState;
import org.lianxin.order.domain.Party;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;

/** Rows of {@code "order".orders} as orders. */
final class OrderRows {

    static final String COLUMNS = """
            o.id, o.number, o.kind, o.title, o.detail, o.subject_module, o.subject_id, o.cause, o.follows, o.state, o.urgency, \
            o.rank, o.from_unit, o.from_unit_path, o.to_unit, o.to_unit_path, o.to_staff, o.signed_by, o.issued_at, o.signed_at, \
            o.due_at, o.first_due_at, o.granted_at, o.granted_until, o.asked_until, o.asked_reason, o.closed_at, o.overdue_since, o.escalated_at, o.outcome, \
            o.outcome_note, o.ladder, o.ladder_version, o.fired, o.version""";

    private static final List<Urgency> MOST_URGENT_FIRST =
            List.of(Urgency.LIFE, Urgency.MONEY_IN_MOTION, Urgency.HIGH, Urgency.NORMAL);

    private OrderRows() {}

    static Order order(ResultSet row, int ignored) throws SQLException {
        return new Order(
                uuid(row, "id"),
                text(row, "number"),
                task(row),
                new Party(uuid(row, "from_unit"), new UnitPath(text(row, "from_unit_path"))),
                new Party(uuid(row, "to_unit"), new UnitPath(text(row, "to_unit_path"))),
                row.getObject("to_staff", UUID.class),
                row.getObject("follows", UUID.class),
                new LadderRef(text(row, "ladder"), row.getInt("ladder_version")),
                instant(row, "issued_at"),
                instant(row, "first_due_at"),
                life(row),
                row.getInt("version"));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                text(row, "kind"),
                text(row, "title"),
                row.getString("detail"),
                new SubjectRef(text(row, "subject_module"), uuid(row, "subject_id")),
                text(row, "cause"),
                urgency(row.getInt("urgency")),
                row.getInt("rank"));
    }

    private static Life life(ResultSet row) throws SQLException {
        Instant askedUntil = maybeInstant(row, "asked_until");
        String outcome = row.getString("outcome");
        return new Life(
                OrderState.of(text(row, "state")),
                instant(row, "due_at"),
                row.getObject("signed_by", UUID.class),
                maybeInstant(row, "signed_at"),
                askedUntil == null ? null : new Extension(askedUntil, text(row, "asked_reason")),
                granted(row),
                maybeInstant(row, "closed_at"),
                maybeInstant(row, "overdue_since"),
                maybeInstant(row, "escalated_at"),
                outcome == null ? null : new Outcome(outcome, text(row, "outcome_note")),
                fired(row.getArray("fired")));
    }

    private static List<Grant> granted(ResultSet row) throws SQLException {
        Object[] at = (Object[]) row.getArray("granted_at").getArray();
        if (at.length == 0) {
            return List.of();
        }
        Object[] until = (Object[]) row.getArray("granted_until").getArray();
        List<Grant> granted = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            granted.add(new Grant(((Timestamp) at[i]).toInstant(), ((Timestamp) until[i]).toInstant()));
        }
        return granted;
    }

    private static Set<Integer> fired(Array array) throws SQLException {
        Set<Integer> steps = new HashSet<>();
        for (Object step : (Object[]) array.getArray()) {
            steps.add(((Number) step).intValue());
        }
        return steps;
    }

    static Urgency urgency(int number) {
        return MOST_URGENT_FIRST.get(number);
    }

    static int number(Urgency urgency) {
        return MOST_URGENT_FIRST.indexOf(urgency);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(maybeInstant(row, column), column);
    }

    static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

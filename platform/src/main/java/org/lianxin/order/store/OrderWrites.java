package org.lianxin.order.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.LadderClock.Due;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Extension;
import org.lianxin.order.domain.Order.Grant;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.store.OrderStore.Ahead;
import org.lianxin.order.store.OrderStore.Firing;
import org.lianxin.order.store.OrderStore.Happened;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that write orders, each for any number of rows at once. */
final class OrderWrites {

    private final JdbcClient jdbc;

    OrderWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what is new, each order with its next deadline; returns the ids of the new ones. */
    Set<UUID> insert(List<Ahead> orders) {
        return jdbc.sql("""
                        with new as (
                            select * from unnest(
                                :id::uuid[], :number::text[], :kind::text[], :title::text[], :detail::text[],
                                :subjectModule::text[], :subjectId::uuid[], :cause::text[], :follows::uuid[],
                                :urgency::smallint[], :rank::smallint[], :fromUnit::uuid[], :fromPath::text[], :toUnit::uuid[],
                                :toPath::text[], :toStaff::uuid[], :issuedAt::timestamptz[], :dueAt::timestamptz[],
                                :ladder::text[], :ladderVersion::integer[], :step::smallint[], :at::timestamptz[])
                            as new (
                                id, number, kind, title, detail, subject_module, subject_id, cause, follows, urgency, rank,
                                from_unit, from_unit_path, to_unit, to_unit_path, to_staff, issued_at, due_at, ladder,
                                ladder_version, step, at)),
                        made as (
                            insert into "order".orders (
                                id, number, kind, title, detail, subject_module, subject_id, cause, follows, state, urgency,
                                rank, from_unit, from_unit_path, to_unit, to_unit_path, to_staff, issued_at, due_at,
                                first_due_at, ladder, ladder_version)
                            select id, number, kind, title, detail, subject_module, subject_id, cause, follows, 'issued', urgency,
                                rank, from_unit, from_unit_path, to_unit, to_unit_path, to_staff, issued_at, due_at,
                                due_at, ladder, ladder_version
                            from new on conflict (cause) do nothing
                            returning id),
                        timed as (
                            insert into "order".deadline (order_id, step, at)
                            select new.id, new.step, new.at from new join made on made.id = new.id where new.step is not null)
                        select id from made""")
                .params(insertColumns(orders).parameters())
                .query((row, n) -> OrderRows.uuid(row, "id"))
                .set();
    }

    private static Columns<Ahead> insertColumns(List<Ahead> orders) {
        return new Columns<>(orders)
                .add("id", each -> each.order().id())
                .add("number", each -> each.order().number())
                .add("kind", each -> each.order().task().kind())
                .add("title", each -> each.order().task().title())
                .add("detail", each -> each.order().task().detail())
                .add("subjectModule", each -> each.order().task().subject().module())
                .add("subjectId", each -> each.order().task().subject().id())
                .add("cause", each -> each.order().task().cause())
                .add("follows", each -> each.order().follows())
                .add("urgency", each -> OrderRows.number(each.order().task().urgency()))
                .add("rank", each -> each.order().task().rank())
                .add("fromUnit", each -> each.order().from().unit())
                .add("fromPath", each -> each.order().from().path())
                .add("toUnit", each -> each.order().to().unit())
                .add("toPath", each -> each.order().to().path())
                .add("toStaff", each -> each.order().toStaff())
                .add("issuedAt", each -> each.order().issuedAt())
                .add("dueAt", each -> each.order().dueAt())
                .add("ladder", each -> each.order().ladder().id())
                .add("ladderVersion", each -> each.order().ladder().version())
                .add("step", each -> each.next() == null ? null : due(each).step())
                .add("at", each -> each.next() == null ? null : due(each).at());
    }

    /** Updates those that still have the version before; returns how many. */
    int updateOrders(List<Order> orders, int versionsAhead) {
        return jdbc.sql("""
                        update "order".orders o
                        set state = c.state, due_at = c.due_at, signed_by = c.signed_by, signed_at = c.signed_at,
                            asked_until = c.asked_until, asked_reason = c.asked_reason, closed_at = c.closed_at,
                            overdue_since = c.overdue_since, escalated_at = c.escalated_at, outcome = c.outcome,
                            outcome_note = c.outcome_note, fired = string_to_array(c.fired, ',')::smallint[], version = c.version,
                            granted_at = string_to_array(c.granted_at, ',')::timestamptz[],
                            granted_until = string_to_array(c.granted_until, ',')::timestamptz[]
                        from unnest(
                            :id::uuid[], :state::text[], :dueAt::timestamptz[], :signedBy::uuid[], :signedAt::timestamptz[],
                            :askedUntil::timestamptz[], :askedReason::text[], :closedAt::timestamptz[],
                            :overdueSince::timestamptz[], :escalatedAt::timestamptz[], :outcome::text[], :outcomeNote::text[],
                            :fired::text[], :version::integer[], :grantedAt::text[], :grantedUntil::text[])
                        as c (
                            id, state, due_at, signed_by, signed_at, asked_until, asked_reason, closed_at, overdue_since,
                            escalated_at, outcome, outcome_note, fired, version, granted_at, granted_until)
                        where o.id = c.id and (o.version = c.version - :ahead or :ahead = 0)""")
                .params(updateColumns(orders).parameters())
                .param("ahead", versionsAhead)
                .update();
    }

    private static Columns<Order> updateColumns(List<Order> orders) {
        return new Columns<>(orders)
                .add("id", Order::id)
                .add("state", order -> order.state().word())
                .add("dueAt", Order::dueAt)
                .add("signedBy", order -> order.life().signedBy())
                .add("signedAt", order -> order.life().signedAt())
                .add("askedUntil", asked(Extension::until))
                .add("askedReason", asked(Extension::reason))
                .add("closedAt", order -> order.life().closedAt())
                .add("overdueSince", Order::overdueSince)
                .add("escalatedAt", order -> order.life().escalatedAt())
                .add("outcome", outcome(Outcome::code))
                .add("outcomeNote", outcome(Outcome::note))
                .add("fired", OrderWrites::fired)
                .add("version", Order::version)
                .add("grantedAt", order -> joined(order.life().granted(), Grant::at))
                .add("grantedUntil", order -> joined(order.life().granted(), Grant::until));
    }

    private static String joined(List<Grant> granted, Function<Grant, Instant> time) {
        return granted.stream().map(time).map(Instant::toString).collect(Collectors.joining(","));
    }

    private static Function<Order, @Nullable Object> asked(Function<Extension, Object> part) {
        return order -> {
            Extension asked = order.life().asked();
            return asked == null ? null : part.apply(asked);
        };
    }

    private static Function<Order, @Nullable Object> outcome(Function<Outcome, Object> part) {
        return order -> {
            Outcome outcome = order.life().outcome();
            return outcome == null ? null : part.apply(outcome);
        };
    }

    private static String fired(Order order) {
        return order.life().fired().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Writes each order's next deadline, or removes it where none is ahead. Every write moves the fence. */
    void writeDeadlines(List<Ahead> orders) {
        List<Ahead> ahead = orders.stream().filter(each -> each.next() != null).toList();
        if (!ahead.isEmpty()) {
            jdbc.sql("""
                            insert into "order".deadline as d (order_id, step, at)
                            select * from unnest(:id::uuid[], :step::smallint[], :at::timestamptz[])
                            on conflict (order_id) do update
                            set step = excluded.step, at = excluded.at, fence = d.fence + 1, leased_until = null, leased_by = null""")
                    .params(new Columns<>(ahead)
                            .add("id", each -> each.order().id())
                            .add("step", each -> due(each).step())
                            .add("at", each -> due(each).at())
                            .parameters())
                    .update();
        }
        List<String> done = orders.stream()
                .filter(each -> each.next() == null)
                .map(each -> each.order().id().toString())
                .toList();
        if (!done.isEmpty()) {
            jdbc.sql("delete from \"order\".deadline where order_id = any (:ids::uuid[])")
                    .param("ids", done.toArray(String[]::new))
                    .update();
        }
    }

    private static Due due(Ahead ahead) {
        return Objects.requireNonNull(ahead.next());
    }

    void insertFirings(List<Firing> firings) {
        jdbc.sql("""
                        insert into "order".fired (order_id, step, due_at, at, fence, node)
                        select * from unnest(
                            :order::uuid[], :step::smallint[], :dueAt::timestamptz[], :at::timestamptz[], :fence::bigint[], :node::text[])""")
                .params(new Columns<>(firings)
                        .add("order", Firing::order)
                        .add("step", Firing::step)
                        .add("dueAt", Firing::dueAt)
                        .add("at", Firing::at)
                        .add("fence", Firing::fence)
                        .add("node", Firing::node)
                        .parameters())
                .update();
    }

    void insertEvents(List<Happened> events) {
        jdbc.sql("""
                        insert into "order".event (id, order_id, at, staff_id, actor, action, note, from_state, to_state)
                        select * from unnest(
                            :id::uuid[], :order::uuid[], :at::timestamptz[], :staff::uuid[], :actor::text[], :action::text[],
                            :note::text[], :from::text[], :to::text[])""")
                .params(new Columns<>(events)
                        .add("id", Happened::id)
                        .add("order", Happened::order)
                        .add("at", Happened::at)
                        .add("staff", Happened::staff)
                        .add("actor", Happened::actor)
                        .add("action", Happened::action)
                        .add("note", Happened::note)
                        .add("from", Happened::fromState)
                        .add("to", Happened::toState)
                        .parameters())
                .update();
    }
}

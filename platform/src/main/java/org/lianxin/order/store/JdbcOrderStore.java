package org.lianxin.order.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.Order;
import org.lianxin.shared.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderStore implements OrderStore {

    private static final String SELECT = "select " + OrderRows.COLUMNS + " from \"order\".orders o ";

    private final JdbcClient jdbc;
    private final OrderWrites writes;

    JdbcOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.writes = new OrderWrites(jdbc);
    }

    @Override
    public Instant now() {
        return jdbc.sql("select lianxin_now() as now")
                .query((row, n) -> OrderRows.instant(row, "now"))
                .single();
    }

    @Override
    public Taken takeSerials(int count) {
        Taken taken = serials(count);
        if (!taken.serials().isEmpty()) {
            return taken;
        }
        jdbc.sql("""
                        insert into "order".serial_day (day, start)
                        values ((lianxin_now() at time zone 'Asia/Shanghai')::date, nextval('"order".serial') - 1)
                        on conflict do nothing""").update();
        return serials(count);
    }

    private Taken serials(int count) {
        List<Serial> serials = new ArrayList<>(count);
        Instant[] now = {Instant.EPOCH};
        jdbc.sql("""
                        select t.now, d.day, nextval('"order".serial') - d.start as number
                        from (select lianxin_now() as now) t
                        join "order".serial_day d on d.day = (t.now at time zone 'Asia/Shanghai')::date
                        cross join generate_series(1, :count)""").param("count", count).query(row -> {
            now[0] = OrderRows.instant(row, "now");
            LocalDate day = row.getObject("day", LocalDate.class);
            serials.add(new Serial(day.format(DateTimeFormatter.BASIC_ISO_DATE), row.getLong("number")));
        });
        return new Taken(now[0], serials);
    }

    @Override
    public Map<String, UUID> insert(List<Ahead> orders) {
        Set<UUID> made = writes.insert(orders);
        Map<String, UUID> ids = made.size() == orders.size() ? HashMap.newHashMap(made.size()) : idsOf(orders);
        for (Ahead each : orders) {
            if (made.contains(each.order().id())) {
                ids.put(each.order().task().cause(), each.order().id());
            }
        }
        return ids;
    }

    private Map<String, UUID> idsOf(List<Ahead> orders) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("select cause, id from \"order\".orders where cause = any (:causes)")
                .param(
                        "causes",
                        orders.stream().map(each -> each.order().task().cause()).toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("cause"), OrderRows.uuid(row, "id"));
                });
        return ids;
    }

    @Override
    public Optional<Order> find(UUID id) {
        return jdbc.sql(SELECT + "where o.id = :id")
                .param("id", id)
                .query(OrderRows::order)
                .optional();
    }

    @Override
    public List<Order> list(SubjectRef subject) {
        return jdbc.sql(SELECT + "where o.subject_id = :id and o.subject_module = :module order by o.id")
                .param("module", subject.module())
                .param("id", subject.id())
                .query(OrderRows::order)
                .list();
    }

    @Override
    public List<Order> list(String module, Collection<UUID> subjects) {
        return jdbc.sql(SELECT + "where o.subject_id = any (:ids::uuid[]) and o.subject_module = :module order by o.id")
                .param("module", module)
                .param("ids", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .query(OrderRows::order)
                .list();
    }

    @Override
    public boolean save(Ahead changed, Happened happened) {
        if (writes.updateOrders(List.of(changed.order()), 1) == 0) {
            return false;
        }
        writes.writeDeadlines(List.of(changed));
        writes.insertEvents(List.of(happened));
        return true;
    }

    @Override
    public Optional<Order> lockNext(UUID unit, UUID staff, Collection<String> kinds) {
        return jdbc.sql(SELECT + """
                        where o.to_unit = :unit and o.state = 'issued' and o.kind = any (:kinds)
                          and (o.to_staff is null or o.to_staff = :staff)
                        order by o.urgency, o.rank desc, o.due_at, o.id
                        limit 1 for update skip locked""")
                .param("unit", unit)
                .param("staff", staff)
                .param("kinds", kinds.toArray(String[]::new))
                .query(OrderRows::order)
                .optional();
    }

    /** A lease further ahead than it can be was given before the clock was set back; it binds nobody. */
    @Override
    public List<Claim> claim(String node, int limit, Duration lease) {
        return jdbc.sql("""
                        with due as (
                            select order_id from "order".deadline
                            where at <= lianxin_now()
                              and (leased_until is null or leased_until <= clock_timestamp()
                                   or leased_until > clock_timestamp() + make_interval(secs => :lease))
                            order by at limit :limit for update skip locked)
                        update "order".deadline d
                        set fence = d.fence + 1, leased_by = :node,
                            leased_until = clock_timestamp() + make_interval(secs => :lease)
                        from due where d.order_id = due.order_id
                        returning d.order_id, d.fence""")
                .param("node", node)
                .param("limit", limit)
                .param("lease", lease.toSeconds())
                .query((row, n) -> new Claim(OrderRows.uuid(row, "order_id"), row.getLong("fence")))
                .list();
    }

    /** Always the order before its deadline: whoever changes an order locks in the same sequence. */
    @Override
    public List<Order> hold(List<Claim> claims) {
        Columns<Claim> columns = new Columns<>(claims).add("ids", Claim::order).add("fences", Claim::fence);
        jdbc.sql("select 1 from \"order\".orders where id = any (:ids::uuid[]) order by id for update")
                .param("ids", columns.parameters().get("ids"))
                .query(row -> {});
        return jdbc.sql(SELECT + """
                        join "order".deadline d on d.order_id = o.id
                        join unnest(:ids::uuid[], :fences::bigint[]) as c (id, fence) on c.id = o.id and c.fence = d.fence""")
                .params(columns.parameters())
                .query(OrderRows::order)
                .list();
    }

    @Override
    public void saveFired(List<Ahead> orders, List<Firing> firings, List<Happened> happened) {
        writes.insertFirings(firings);
        writes.updateOrders(orders.stream().map(Ahead::order).toList(), 0);
        writes.writeDeadlines(orders);
        writes.insertEvents(happened);
    }

    @Override
    public List<Happened> history(UUID order) {
        return jdbc.sql("""
                        select id, order_id, at, staff_id, actor, action, note, from_state, to_state
                        from "order".event where order_id = :order order by id""")
                .param("order", order)
                .query((row, n) -> new Happened(
                        OrderRows.uuid(row, "id"),
                        OrderRows.uuid(row, "order_id"),
                        OrderRows.instant(row, "at"),
                        maybe(row.getObject("staff_id", UUID.class)),
                        OrderRows.text(row, "actor"),
                        OrderRows.text(row, "action"),
                        row.getString("note"),
                        OrderRows.text(row, "from_state"),
                        OrderRows.text(row, "to_state")))
                .list();
    }

    private static @Nullable UUID maybe(@Nullable UUID id) {
        return id;
    }
}

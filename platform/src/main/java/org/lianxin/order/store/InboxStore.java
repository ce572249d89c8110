package org.lianxin.order.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.Order;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of open orders, most urgent first (OR-13): unsigned ones pinned, then life, then money in motion, then the nearest
 * deadline. Every list reads its own partial index in its order and stops after one screen.
 */
@Repository
public class InboxStore {

    private static final String IN_ORDER = " order by o.pinned, o.class, o.due_at, o.id limit :limit";
    private static final String NO_CURSOR = "0|0|-infinity|00000000-0000-0000-0000-000000000000";
    private static final Pattern CURSOR =
            Pattern.compile("([0-9]{1,2})\\|([0-9])\\|([0-9TZ:.infty-]{9,40})\\|([0-9a-f-]{36})");
    private static final String AFTER =
            " and (o.pinned, o.class, o.due_at, o.id) > (:pinned, :class, :due::timestamptz, :id::uuid)";
    private static final String EXCEPTIONAL = " and (o.overdue_since is not null or o.escalated_at is not null)";

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which screen: after which cursor, how many, of what kind only. */
    public record Screen(
            @Nullable String after, int size, @Nullable String kind) {

        public Screen {
            if (size < 1 || size > 200) {
                throw Refused.of(400, "shared.invalid", "size");
            }
        }
    }

    public Slice<Order> ofHolder(UUID staff, Screen screen) {
        return read("from \"order\".orders o where o.holder = :holder and o.is_open", Map.of("holder", staff), screen);
    }

    public Slice<Order> ofUnits(List<UUID> units, Screen screen) {
        return perUnit(units, "o.to_unit = u.id and o.is_open", screen);
    }

    public Slice<Order> issuedBy(UUID unit, Screen screen) {
        return read("from \"order\".orders o where o.from_unit = :unit and o.is_open", Map.of("unit", unit), screen);
    }

    /** Overdue or escalated, in any of these units. */
    public Slice<Order> exceptions(List<UUID> units, Screen screen) {
        return perUnit(units, "o.to_unit = u.id and o.is_open" + EXCEPTIONAL, screen);
    }

    /** What one unit closed since, the latest first. */
    public List<Order> closedSince(UUID unit, Instant since, int size) {
        return jdbc.sql("select " + OrderRows.COLUMNS + """
                         from "order".orders o
                        where o.to_unit = :unit and o.closed_at is not null and o.closed_at >= :since::timestamptz
                        order by o.closed_at desc, o.id limit :limit""")
                .param("unit", unit)
                .param("since", since.toString())
                .param("limit", size)
                .query(OrderRows::order)
                .list();
    }

    private Slice<Order> perUnit(List<UUID> units, String condition, Screen screen) {
        String one = "select " + OrderRows.COLUMNS + ", o.pinned, o.class from \"order\".orders o where " + condition
                + kind(screen) + AFTER + IN_ORDER;
        String all = "select o.* from unnest(:units::uuid[]) as u (id) cross join lateral (" + one + ") o" + IN_ORDER;
        String[] ids = units.stream().map(UUID::toString).toArray(String[]::new);
        return slice(jdbc.sql(all).param("units", ids), screen);
    }

    private Slice<Order> read(String from, Map<String, Object> parameters, Screen screen) {
        String sql = "select " + OrderRows.COLUMNS + ", o.pinned, o.class " + from + kind(screen) + AFTER + IN_ORDER;
        return slice(jdbc.sql(sql).params(parameters), screen);
    }

    private static String kind(Screen screen) {
        return screen.kind() == null ? "" : " and o.kind = :kind";
    }

    private record Placed(Order order, String cursor) {}

    private static Slice<Order> slice(JdbcClient.StatementSpec query, Screen screen) {
        Matcher cursor = cursor(screen.after());
        JdbcClient.StatementSpec bound = query.param("limit", screen.size() + 1)
                .param("pinned", Integer.parseInt(cursor.group(1)))
                .param("class", Integer.parseInt(cursor.group(2)))
                .param("due", cursor.group(3))
                .param("id", cursor.group(4));
        if (screen.kind() != null) {
            bound = bound.param("kind", screen.kind());
        }
        Slice<Placed> placed = Slice.of(bound.query(InboxStore::placed).list(), screen.size(), Placed::cursor);
        return new Slice<>(placed.items().stream().map(Placed::order).toList(), placed.next());
    }

    private static Placed placed(ResultSet row, int n) throws SQLException {
        Order order = OrderRows.order(row, n);
        String cursor = row.getInt("pinned") + "|" + row.getInt("class") + "|" + order.dueAt() + "|" + order.id();
        return new Placed(
                order,
                Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Matcher cursor(@Nullable String after) {
        Matcher matcher = CURSOR.matcher(after == null ? NO_CURSOR : decoded(after));
        if (!matcher.matches()) {
            throw Refused.of(400, "shared.invalid", "after");
        }
        return matcher;
    }

    private static String decoded(String after) {
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** How many there are, counted no further than a thousand. */
    public record Counts(int open, int issued, int doneToday, int exceptions) {}

    public Counts counts(UUID unit, List<UUID> units, Instant today) {
        return jdbc.sql("""
                        select
                            (select count(*) from (select 1 from "order".orders o
                                where o.to_unit = :unit and o.is_open limit 1000) x) as open,
                            (select count(*) from (select 1 from "order".orders o
                                where o.from_unit = :unit and o.is_open limit 1000) x) as issued,
                            (select count(*) from (select 1 from "order".orders o
                                where o.to_unit = :unit and o.closed_at is not null and o.closed_at >= :today::timestamptz
                                limit 1000) x) as done,
                            (select count(*) from (select 1 from unnest(:units::uuid[]) as u (id) join "order".orders o
                                on o.to_unit = u.id and o.is_open
                                and (o.overdue_since is not null or o.escalated_at is not null) limit 1000) x) as exceptional""")
                .param("unit", unit)
                .param("units", units.stream().map(UUID::toString).toArray(String[]::new))
                .param("today", today.toString())
                .query((row, n) -> new Counts(
                        row.getInt("open"), row.getInt("issued"), row.getInt("done"), row.getInt("exceptional")))
                .single();
    }

    public Counts countsOfHolder(UUID staff, UUID unit, Instant today) {
        return jdbc.sql("""
                        select
                            (select count(*) from (select 1 from "order".orders o
                                where o.holder = :staff and o.is_open limit 1000) x) as open,
                            (select count(*) from (select 1 from "order".orders o
                                where o.from_unit = :unit and o.is_open limit 1000) x) as issued,
                            (select count(*) from (select 1 from "order".orders o
                                where o.to_unit = :unit and o.closed_at is not null and o.closed_at >= :today::timestamptz
                                and o.holder = :staff limit 1000) x) as done,
                            (select count(*) from (select 1 from "order".orders o
                                where o.holder = :staff and o.is_open
                                and (o.overdue_since is not null or o.escalated_at is not null) limit 1000) x) as exceptional""")
                .param("staff", staff)
                .param("unit", unit)
                .param("today", today.toString())
                .query((row, n) -> new Counts(
                        row.getInt("open"), row.getInt("issued"), row.getInt("done"), row.getInt("exceptional")))
                .single();
    }

    /** Today's figures of these units. */
    public record Today(int signedInTime, int toSign, int metInTime, int toMeet, int escalated, int exceptions) {}

    public Today today(List<UUID> units, Instant since) {
        return jdbc.sql("""
                        select
                            count(*) filter (where o.signed_at is not null
                                and (o.escalated_at is null or o.escalated_at > o.signed_at)) as signed_in_time,
                            count(*) filter (where o.signed_at is not null or o.escalated_at is not null) as to_sign,
                            count(*) filter (where o.state = 'met' and o.overdue_since is null) as met_in_time,
                            count(*) filter (where o.state = 'met' or o.overdue_since is not null) as to_meet,
                            count(*) filter (where o.escalated_at is not null) as escalated,
                            count(*) filter (where o.is_open
                                and (o.overdue_since is not null or o.escalated_at is not null)) as exceptions
                        from (select x.* from unnest(:units::uuid[]) as u (id) cross join lateral (
                                select * from "order".orders o
                                where o.to_unit = u.id and o.issued_at >= :since::timestamptz
                                order by o.issued_at desc limit 20000) x
                              limit 20000) o""")
                .param("units", units.stream().map(UUID::toString).toArray(String[]::new))
                .param("since", since.toString())
                .query((row, n) -> new Today(
                        row.getInt("signed_in_time"),
                        row.getInt("to_sign"),
                        row.getInt("met_in_time"),
                        row.getInt("to_meet"),
                        row.getInt("escalated"),
                        row.getInt("exceptions")))
                .single();
    }

    /** Open signed orders by who holds them, among these people. */
    public Map<UUID, Integer> atWork(List<UUID> staff) {
        Map<UUID, Integer> counts = new java.util.HashMap<>();
        jdbc.sql("""
                        select o.holder, count(*) as open from "order".orders o
                        where o.holder = any (:staff::uuid[]) and o.is_open and o.signed_by is not null group by o.holder""")
                .param("staff", staff.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    counts.put(OrderRows.uuid(row, "holder"), row.getInt("open"));
                });
        return counts;
    }
}

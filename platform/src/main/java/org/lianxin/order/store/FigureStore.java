package org.lianxin.order.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderFigures.Late;
import org.lianxin.order.OrderFigures.Load;
import org.lianxin.order.domain.Order;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over what is open. Reads the partial index of open orders unit by unit, so closed ones cost nothing. */
@Repository
public class FigureStore {

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Order> soonest(UnitPath below, int most) {
        return jdbc.sql("select " + OrderRows.COLUMNS + """
                         from "order".deadline d join "order".orders o on o.id = d.order_id
                        where o.is_open and o.to_unit_path >= :lo and o.to_unit_path < :hi
                        order by d.at limit :most""")
                .param("lo", below.value())
                .param("hi", below.end())
                .param("most", most)
                .query(OrderRows::order)
                .list();
    }

    public List<Load> loads(UnitPath above, List<String> units) {
        return jdbc.sql("""
                        select split_part(substr(o.to_unit_path, length(:above) + 1), '.', 1) as code, count(*) as open,
                            count(*) filter (where o.state = 'issued') as unsigned,
                            count(*) filter (where o.urgency = 1) as moving, count(*) filter (where o.urgency = 0) as life
                        from (select o.* from unnest(:units::uuid[]) as u (id) join "order".orders o
                              on o.to_unit = u.id and o.is_open limit 20000) o
                        group by 1 order by 1""")
                .param("above", above.value())
                .param("units", units.toArray(String[]::new))
                .query((row, n) -> new Load(
                        row.getString("code"),
                        row.getInt("open"),
                        row.getInt("unsigned"),
                        row.getInt("moving"),
                        row.getInt("life")))
                .list();
    }

    public Late late(List<String> units) {
        return jdbc.sql("""
                        select count(*) filter (where o.overdue_since is not null) as overdue, min(o.overdue_since) as overdue_since,
                            count(*) filter (where o.overdue_since is null) as escalated,
                            min(o.escalated_at) filter (where o.overdue_since is null) as escalated_since
                        from (select o.* from unnest(:units::uuid[]) as u (id) join "order".orders o
                              on o.to_unit = u.id and o.is_open and (o.overdue_since is not null or o.escalated_at is not null)
                              limit 20000) o""")
                .param("units", units.toArray(String[]::new))
                .query((row, n) -> new Late(
                        row.getInt("overdue"),
                        instant(row.getObject("overdue_since", OffsetDateTime.class)),
                        row.getInt("escalated"),
                        instant(row.getObject("escalated_since", OffsetDateTime.class))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

package org.lianxin.indicator.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.lianxin.indicator.domain.Counts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums days, so that the cost grows with units and days and not with warnings. */
@Repository
class JdbcCountStore implements CountStore {

    private final JdbcClient jdbc;

    JdbcCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public LocalDate today() {
        return jdbc.sql("select (lianxin_now() at time zone 'Asia/Shanghai')::date")
                .query(LocalDate.class)
                .single();
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return jdbc.sql("select day from indicator.day order by day limit 1")
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Map<YearMonth, Map<UUID, Counts>> months(YearMonth from, YearMonth to) {
        return byMonth("""
                select date_trunc('month', day)::date as month, unit_id, %s from indicator.day
                where day >= :from and day < :to group by 1, 2""".formatted(Columns.SUMS), from, to);
    }

    @Override
    public Map<YearMonth, Map<UUID, Counts>> frozenMonths(YearMonth from, YearMonth to) {
        return byMonth("select * from indicator.frozen where month >= :from and month < :to", from, to);
    }

    private Map<YearMonth, Map<UUID, Counts>> byMonth(String sql, YearMonth from, YearMonth to) {
        Map<YearMonth, Map<UUID, Counts>> months = new HashMap<>();
        jdbc.sql(sql)
                .param("from", from.atDay(1))
                .param("to", to.plusMonths(1).atDay(1))
                .query(row -> {
                    YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
                    months.computeIfAbsent(month, any -> new HashMap<>())
                            .put(row.getObject("unit_id", UUID.class), Columns.counts(row));
                });
        return months;
    }

    @Override
    public Map<YearMonth, Instant> frozenAt() {
        Map<YearMonth, Instant> frozen = new TreeMap<>();
        jdbc.sql("select month, frozen_at from indicator.frozen_month").query(row -> {
            frozen.put(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getObject("frozen_at", OffsetDateTime.class).toInstant());
        });
        return frozen;
    }

    @Override
    public void freeze(YearMonth month) {
        int fresh = jdbc.sql("""
                        insert into indicator.frozen_month values (:month, lianxin_now()) on conflict do nothing""").param("month", month.atDay(1)).update();
        if (fresh > 0) {
            jdbc.sql("""
                            insert into indicator.frozen (month, unit_id, unit_path, %s)
                            select :from::date, unit_id, max(unit_path), %s from indicator.day
                            where day >= :from and day < :to group by unit_id""".formatted(String.join(", ", Columns.ALL), Columns.SUMS))
                    .param("from", month.atDay(1))
                    .param("to", month.plusMonths(1).atDay(1))
                    .update();
        }
    }

    @Override
    public List<OfSource> sources(YearMonth month) {
        return jdbc.sql("""
                        select source, unit_id, sum(warnings) as warnings, sum(false_alarms) as false_alarms from indicator.source_day
                        where day >= :from and day < :to group by source, unit_id""")
                .param("from", month.atDay(1))
                .param("to", month.plusMonths(1).atDay(1))
                .query((row, n) -> new OfSource(
                        row.getString("source"),
                        row.getObject("unit_id", UUID.class),
                        row.getLong("warnings"),
                        row.getLong("false_alarms")))
                .list();
    }
}

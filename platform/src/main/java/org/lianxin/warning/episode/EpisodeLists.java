package org.lianxin.warning.episode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.intake.SearchKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queues, by keyset paging. Open ones in the order of urgency and rank, closed ones newest first; both orders are
 * indexes, so a screen costs the same with a million episodes behind it.
 */
@Component
public class EpisodeLists {

    private static final int STATION_DEPTH = 4;
    private static final int MOST_HITS = 2_000;
    private static final int COUNTY_DIGITS = 6;
    private static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final SearchKeys keys;

    EpisodeLists(JdbcClient jdbc, SearchKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What a list is asked for; everything but the view may be missing. */
    public record Query(
            String view,
            @Nullable String county,
            @Nullable String scamType,
            @Nullable String level,
            @Nullable String state,
            @Nullable String typed,
            @Nullable String after,
            int size) {}

    /** How much waits where, counted no further than {@value #MOST_COUNTED}. */
    public record Counts(int mine, int centre, int followUp, int exceptions) {}

    public Slice<EpisodeRow> list(Viewer viewer, Query query) {
        Map<String, Object> values = new HashMap<>();
        boolean closed = query.view().equals("closed");
        List<String> where = new ArrayList<>();
        where.add(closed ? "e.closed_at is not null" : "e.closed_at is null");
        addView(viewer, query, where, values);
        addFilters(query, where, values);
        addScope(viewer, where, values);
        String hits = hits(query, values);
        addCursor(query, closed, where, values);
        values.put("limit", query.size() + 1);
        String order = closed ? "e.closed_at desc, e.id desc" : "e.urgency, e.rank desc, e.id";
        String from = hits.isEmpty() ? "warning.episode e" : "hits join warning.episode e on e.id = hits.episode_id";
        String picked = "select e.id from " + from + " where " + String.join(" and ", where) + " order by " + order
                + " limit :limit";
        List<EpisodeRow> rows = jdbc.sql((hits.isEmpty() ? "with " : hits + ", ") + "picked as materialized (" + picked
                        + ") select " + EpisodeRows.COLUMNS + " from picked join warning.episode e on e.id = picked.id"
                        + " order by " + order)
                .params(values)
                .query(EpisodeRows::read)
                .list();
        return Slice.of(rows, query.size(), closed ? EpisodeLists::closedCursor : EpisodeLists::openCursor);
    }

    private static void addView(Viewer viewer, Query query, List<String> where, Map<String, Object> values) {
        switch (query.view()) {
            case "mine" -> {
                where.add("e.holder_staff = :me");
                values.put("me", viewer.staffId());
            }
            case "exceptions" -> where.add("e.state = 'routing'");
            case "follow-up" -> where.add("e.state = 'follow-up'");
            case "centre", "closed" -> {}
            default -> throw Refused.of(400, "shared.invalid", "view");
        }
    }

    private static void addFilters(Query query, List<String> where, Map<String, Object> values) {
        String county = query.county();
        if (county != null) {
            where.add(
                    county.length() == COUNTY_DIGITS
                            ? "left(e.place_code, 6) = :county"
                            : "e.place_code >= :county and e.place_code < :countyEnd");
            values.put("county", county);
            values.put("countyEnd", county + ":");
        }
        if (query.scamType() != null) {
            where.add("e.scam_type = :scam");
            values.put("scam", query.scamType());
        }
        if (query.level() != null) {
            where.add("e.level = :level");
            values.put(
                    "level",
                    org.lianxin.warning.domain.Level.find(query.level())
                            .orElseThrow(() -> Refused.of(400, "shared.invalid", "level"))
                            .code());
        }
        if (query.state() != null) {
            where.add("e.state = :state");
            values.put("state", query.state());
        }
    }

    /** A station's rows are few: they are found by unit. Whoever sees a county or more reads in the order of the list. */
    private static void addScope(Viewer viewer, List<String> where, Map<String, Object> values) {
        String path = viewer.unitPath().value();
        long depth = path.chars().filter(c -> c == '.').count();
        boolean byUnit = switch (viewer.scope()) {
            case UNIT_AND_BELOW, UNIT -> depth >= STATION_DEPTH;
            case ALL, CHOSEN_UNITS, OWN -> false;
        };
        if (byUnit) {
            where.add("e.unit_path >= :lo and e.unit_path < :hi");
            values.put("lo", path);
            values.put("hi", viewer.unitPath().end());
        }
    }

    private String hits(Query query, Map<String, Object> values) {
        if (query.typed() == null || query.typed().isBlank()) {
            return "";
        }
        String typed = query.typed().strip();
        String upper = typed.toUpperCase(java.util.Locale.ROOT);
        if (upper.startsWith("YJ-")) {
            values.put("upper", upper);
            values.put("typed", typed);
            return "with hits as materialized (select id as episode_id from warning.episode where number in (:upper, :typed))";
        }
        List<Long> tokens = keys.query(query.typed());
        StringBuilder sql =
                new StringBuilder("with hits as materialized (select t.episode_id from warning.search_token t where ");
        sql.append(tokens.isEmpty() ? "false" : "t.token = :token0");
        for (int i = 0; i < tokens.size(); i++) {
            values.put("token" + i, tokens.get(i));
            if (i > 0) {
                sql.append(" and exists (select from warning.search_token x where x.token = :token")
                        .append(i)
                        .append(" and x.episode_id = t.episode_id)");
            }
        }
        return sql.append(" order by t.episode_id desc limit ")
                .append(MOST_HITS)
                .append(")")
                .toString();
    }

    private static void addCursor(Query query, boolean closed, List<String> where, Map<String, Object> values) {
        if (query.after() == null) {
            return;
        }
        try {
            String[] parts = query.after().split("_", 4);
            values.put("id", UUID.fromString(parts[parts.length - 1]));
            if (closed) {
                where.add("(e.closed_at, e.id) < (timestamptz 'epoch' + :micros * interval '1 microsecond', :id)");
                values.put("micros", Long.parseLong(parts[0]));
            } else {
                where.add(
                        "e.urgency >= :urgency and (e.urgency > :urgency or e.rank < :rank or (e.rank = :rank and e.id > :id))");
                values.put("urgency", Integer.parseInt(parts[0]));
                values.put("rank", Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refused.of(400, "shared.invalid", "after");
        }
    }

    private static String openCursor(EpisodeRow last) {
        return last.urgency() + "_" + last.rank() + "_" + last.id();
    }

    private static String closedCursor(EpisodeRow last) {
        var at = java.util.Objects.requireNonNull(last.closedAt());
        return (at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000) + "_" + last.id();
    }

    public Counts counts(Viewer viewer) {
        return jdbc.sql("""
                        select
                            (select count(*)::int from (select from warning.episode
                                where closed_at is null and holder_staff = :me limit :most) x),
                            (select count(*)::int from (select from warning.episode where closed_at is null limit :most) x),
                            (select count(*)::int from (select from warning.episode
                                where closed_at is null and state = 'follow-up' limit :most) x),
                            (select count(*)::int from (select from warning.episode
                                where closed_at is null and state = 'routing' limit :most) x)
                        """)
                .param("most", MOST_COUNTED)
                .param("me", viewer.staffId())
                .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }
}

package org.lianxin.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Masks;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Sorting;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People on staff as lists show them, within the reader's scope. */
@Component
public final class StaffRows {

    /** What the list can be ordered by; names as people look them up, by pinyin. */
    private static final Map<String, String> ORDERS =
            Map.of("number", "s.number", "name", "s.name collate public.pinyin");

    private static final Sorting USUAL = new Sorting("number", false);

    private final JdbcClient jdbc;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record PostView(
            UUID id, UUID unitId, String unitName, String title, List<String> roles, String scope, List<UUID> chosen) {}

    public record StaffView(
            UUID id,
            String number,
            String name,
            String unitName,
            List<PostView> posts,
            boolean onDuty,
            @Nullable String phoneMasked,
            @Nullable String account,
            String state) {}

    /** What decides whether somebody may change a person. */
    public record Known(
            UUID id,
            String number,
            String name,
            UnitPath home,
            @Nullable String account) {}

    private record Row(
            UUID id,
            String number,
            String name,
            String unitName,
            boolean onDuty,
            @Nullable String phone,
            @Nullable String account,
            String state) {}

    /** What a list is asked for; null where it does not matter. */
    public record Query(
            @Nullable UUID unit,
            @Nullable String text,
            @Nullable String order,
            @Nullable String after,
            int size) {}

    public Slice<StaffView> list(Query query) {
        Sorting sorting = Sorting.of(query.order, ORDERS.keySet(), USUAL);
        String key = Objects.requireNonNull(ORDERS.get(sorting.by()));
        List<Row> rows = jdbc.sql(
                        """
                        select s.id, s.number, s.name, s.phone, s.account, s.state, coalesce(u.name, '') as unit_name,
                               exists (select from organisation.duty d where d.staff_id = s.id
                                       and d.from_at <= lianxin_now() and d.until_at > lianxin_now()) as on_duty
                        from organisation.staff s
                        left join organisation.unit u on u.path = s.unit_path
                        where (:unit::uuid is null or exists (
                                select from organisation.post p
                                where p.staff_id = s.id and p.unit_id = :unit and p.ended_at is null))
                          and (:text::text is null or strpos(s.name, :text) > 0 or starts_with(s.number, :text))
                          and (:after::text is null or (%s, s.number) %s
                                ((select %s from organisation.staff s where s.number = :after), :after))
                        order by %s %s, s.number %s
                        limit :size""".formatted(key, sorting.after(), key, key, sorting.direction(), sorting.direction()))
                .param("unit", query.unit, java.sql.Types.OTHER)
                .param("text", query.text, java.sql.Types.VARCHAR)
                .param("after", query.after, java.sql.Types.VARCHAR)
                .param("size", query.size + 1)
                .query((row, n) -> row(row))
                .list();
        Map<UUID, List<PostView>> posts = posts(rows.stream().map(Row::id).toList());
        List<StaffView> views = rows.stream()
                .map(row -> view(row, posts.getOrDefault(row.id, List.of())))
                .toList();
        return Slice.of(views, query.size, StaffView::number);
    }

    public List<PostView> postsOf(UUID staff) {
        return posts(List.of(staff)).getOrDefault(staff, List.of());
    }

    public String languageOf(UUID staff) {
        return jdbc.sql("select language from organisation.staff where id = ?")
                .param(staff)
                .query((row, n) -> row.getString(1))
                .optional()
                .orElse("zh");
    }

    public @Nullable Known find(UUID staff) {
        return jdbc.sql("select id, number, name, unit_path, account from organisation.staff where id = ?")
                .param(staff)
                .query((row, n) -> new Known(
                        DirectoryRows.id(row, "id"),
                        row.getString("number"),
                        row.getString("name"),
                        new UnitPath(row.getString("unit_path")),
                        row.getString("account")))
                .optional()
                .orElse(null);
    }

    public Optional<UUID> idOf(String number) {
        return jdbc.sql("select id from organisation.staff where number = ?")
                .param(number)
                .query((row, n) -> DirectoryRows.id(row, "id"))
                .optional();
    }

    public void setState(UUID staff, String state) {
        jdbc.sql("update organisation.staff set state = ? where id = ?")
                .params(state, staff)
                .update();
    }

    private Map<UUID, List<PostView>> posts(List<UUID> staff) {
        record Held(UUID staff, PostView post) {}
        return jdbc
                .sql("""
                        select p.staff_id, p.id, p.unit_id, u.name as unit_name, p.title, p.roles, p.scope, p.chosen
                        from organisation.post p join organisation.unit u on u.id = p.unit_id
                        where p.staff_id = any (?) and p.ended_at is null
                        order by p.first desc, p.id""")
                .param(staff.toArray(UUID[]::new))
                .query((row, n) -> new Held(
                        DirectoryRows.id(row, "staff_id"),
                        new PostView(
                                DirectoryRows.id(row, "id"),
                                DirectoryRows.id(row, "unit_id"),
                                row.getString("unit_name"),
                                row.getString("title"),
                                List.of(DirectoryRows.texts(row, "roles")),
                                row.getString("scope"),
                                List.of((UUID[]) row.getArray("chosen").getArray()))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::staff, Collectors.mapping(Held::post, Collectors.toList())));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                DirectoryRows.id(row, "id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("unit_name"),
                row.getBoolean("on_duty"),
                row.getString("phone"),
                row.getString("account"),
                row.getString("state"));
    }

    private static StaffView view(Row row, List<PostView> posts) {
        return new StaffView(
                row.id,
                row.number,
                row.name,
                row.unitName,
                posts,
                row.onDuty,
                row.phone == null ? null : Masks.phone(row.phone),
                row.account,
                row.state);
    }
}

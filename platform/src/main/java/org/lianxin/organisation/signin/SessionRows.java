package org.lianxin.organisation.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianxin.organisation.signin.Sessions.OpenSession;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions as rows. Their times are real ones, never shifted. */
@Component
final class SessionRows {

    private static final String VIEWER = """
            select s.id as session_id, s.strong, s.seen_at < now() - interval '1 minute' as stale,
                   st.id as staff_id, st.number, st.name, p.id as post_id, p.roles, p.scope, u.id as unit_id, u.path,
                   array(select c.path from organisation.unit c where c.id = any (p.chosen))::text[] as chosen,
                   exists (select from organisation.credential c
                           where c.staff_id = st.id and c.one_time_until is not null) as password_due
            from organisation.session s
            join organisation.staff st on st.id = s.staff_id and st.state = 'active'
            join organisation.post p on p.id = s.post_id and p.ended_at is null
            join organisation.unit u on u.id = p.unit_id
            where\s""";

    private static final String OPEN = """
            s.ended_at is null and s.created_at > now() - ? * interval '1 second'
            and s.seen_at > now() - ? * interval '1 second'""";

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(OpenSession session, boolean stale) {}

    Optional<OpenSession> findOpen(byte[] tokenHash, Duration idle, Duration longest) {
        Optional<Found> found = jdbc.sql(VIEWER + "s.token_hash = ? and " + OPEN)
                .params(tokenHash, longest.toSeconds(), idle.toSeconds())
                .query((row, n) -> new Found(
                        new OpenSession(viewer(row), row.getBoolean("strong"), row.getBoolean("password_due")),
                        row.getBoolean("stale")))
                .optional();
        found.filter(Found::stale)
                .ifPresent(each -> jdbc.sql("update organisation.session set seen_at = now() where id = ?")
                        .param(each.session.viewer().sessionId())
                        .update());
        return found.map(Found::session);
    }

    Viewer get(UUID session) {
        return jdbc.sql(VIEWER + "s.id = ?")
                .param(session)
                .query((row, n) -> viewer(row))
                .single();
    }

    UUID insert(UUID staff, byte[] tokenHash, boolean strong, String address, String device) {
        return jdbc.sql("""
                        insert into organisation.session (id, token_hash, staff_id, unit_path, post_id, strong, address, device)
                        select ?, ?, p.staff_id, p.unit_path, p.id, ?, ?, ?
                        from organisation.post p
                        where p.staff_id = ? and p.ended_at is null
                        order by p.first desc, p.id limit 1
                        returning id""")
                .params(Uuid7.next(), tokenHash, strong, address, device, staff)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    boolean switchPost(UUID session, UUID staff, UUID post) {
        return jdbc.sql("""
                                update organisation.session s set post_id = p.id, unit_path = p.unit_path
                                from organisation.post p
                                where s.id = ? and p.id = ? and p.staff_id = ? and p.ended_at is null""").params(session, post, staff).update() == 1;
    }

    boolean end(UUID session) {
        return jdbc.sql("update organisation.session set ended_at = now() where id = ? and ended_at is null")
                        .param(session)
                        .update()
                == 1;
    }

    int endOthers(UUID staff, Collection<UUID> kept) {
        return jdbc.sql("""
                        update organisation.session set ended_at = now()
                        where staff_id = ? and ended_at is null and id <> all (?)""").params(staff, kept.toArray(UUID[]::new)).update();
    }

    List<UUID> openAmong(Set<UUID> sessions, Duration idle, Duration longest) {
        return jdbc.sql("select q.session_id from (" + VIEWER + "s.id = any (?) and " + OPEN + ") q")
                .params(sessions.toArray(UUID[]::new), longest.toSeconds(), idle.toSeconds())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    boolean isStrong(UUID session) {
        return jdbc.sql("select strong from organisation.session where id = ?")
                .param(session)
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    int markStrong(UUID session) {
        return jdbc.sql("update organisation.session set strong = true where id = ?")
                .param(session)
                .update();
    }

    Viewer actAs(String account) {
        return jdbc.sql("""
                        select gen_random_uuid() as session_id, st.id as staff_id, st.number, st.name, p.id as post_id, p.roles,
                               p.scope, u.id as unit_id, u.path,
                               array(select c.path from organisation.unit c where c.id = any (p.chosen))::text[] as chosen
                        from organisation.staff st
                        join organisation.post p on p.staff_id = st.id and p.ended_at is null
                        join organisation.unit u on u.id = p.unit_id
                        where ? in (st.account, st.number)
                        order by p.first desc, p.id limit 1""").param(account).query((row, n) -> viewer(row)).single();
    }

    private static Viewer viewer(ResultSet row) throws SQLException {
        return new Viewer(
                row.getObject("staff_id", UUID.class),
                row.getObject("post_id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                row.getObject("unit_id", UUID.class),
                new UnitPath(row.getString("path")),
                Arrays.stream(texts(row, "roles")).map(Role::valueOf).collect(Collectors.toSet()),
                DataScope.valueOf(row.getString("scope")),
                Arrays.stream(texts(row, "chosen")).map(UnitPath::new).toList(),
                row.getObject("session_id", UUID.class));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}

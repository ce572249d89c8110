package org.lianxin.organisation.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open sessions as their owner or an administrator sees them. */
@Component
public final class SessionViews {

    private final JdbcClient jdbc;

    SessionViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param device what the browser calls itself */
    public record SessionView(
            UUID id, String address, String device, Instant since, Instant lastSeenAt, boolean mine, boolean strong) {}

    public List<SessionView> listOpen(UUID staff, UUID own) {
        return jdbc.sql("""
                        select id, address, device, created_at, seen_at, strong from organisation.session
                        where staff_id = ? and ended_at is null and seen_at > now() - interval '14 hours'
                        order by created_at desc limit 100""")
                .param(staff)
                .query((row, n) -> new SessionView(
                        DirectoryRows.id(row, "id"),
                        row.getString("address"),
                        row.getString("device"),
                        DirectoryRows.instant(row, "created_at"),
                        DirectoryRows.instant(row, "seen_at"),
                        DirectoryRows.id(row, "id").equals(own),
                        row.getBoolean("strong")))
                .list();
    }
}

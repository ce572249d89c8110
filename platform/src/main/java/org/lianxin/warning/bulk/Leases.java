package org.lianxin.warning.bulk;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works on which import: by the database's clock, with a token that a worker that comes too late does not have. */
@Component
class Leases {

    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes an import nobody works on, or whose worker died. */
    Optional<Lease> takeNext() {
        return jdbc.sql("""
                        update warning.import set lease_until = lianxin_now() + interval '20 seconds', lease_token = lease_token + 1,
                            attempts = attempts + 1
                        where id = (select id from warning.import
                                    where state in ('reading', 'writing', 'undoing')
                                      and (uploaded or made_at < lianxin_now() - interval '1 day')
                                      and (lease_until is null or lease_until < lianxin_now())
                                    order by made_at limit 1 for update skip locked)
                        returning id, lease_token
                        """)
                .query((row, n) -> new Lease(row.getObject(1, UUID.class), row.getLong(2)))
                .optional();
    }

    void renew(Lease lease) {
        int held = jdbc.sql("""
                        update warning.import set lease_until = lianxin_now() + interval '20 seconds'
                        where id = :id and lease_token = :token and state in ('reading', 'writing', 'undoing')
                        """)
                .param("id", lease.importId())
                .param("token", lease.token())
                .update();
        if (held == 0) {
            throw new Lease.Lost();
        }
    }

    /** In the transaction of a write: fails when another worker has taken over. */
    void check(Lease lease) {
        boolean held = jdbc.sql("""
                        select exists (select from warning.import where id = :id and lease_token = :token
                            and state in ('reading', 'writing', 'undoing'))
                        """)
                .param("id", lease.importId())
                .param("token", lease.token())
                .query(Boolean.class)
                .single();
        if (!held) {
            throw new Lease.Lost();
        }
    }
}

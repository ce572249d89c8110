package org.lianxin.reliability;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.sql.DataSource;
import org.lianxin.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least a service needs to take in signals and to tell somebody: three units, a chief on duty, a token and a short ladder. */
final class Settlement {

    private static final String TOKEN = "lx_reliability" + UUID.randomUUID();

    private final JdbcClient jdbc;

    private Settlement(DataSource owner) {
        this.jdbc = JdbcClient.create(owner);
    }

    /** Returns the token that submits signals. */
    static String settle(DataSource owner) {
        Settlement settlement = new Settlement(owner);
        UUID city = settlement.addUnit("1505", "通辽市反诈中心", "city", null, "1505.");
        UUID county = settlement.addUnit("150502", "科尔沁区公安局", "county", city, "1505.150502.");
        settlement.addUnit("150502001", "科尔沁派出所", "station", county, "1505.150502.150502001.");
        settlement.addChief(county, "1505.150502.");
        settlement.addLadder();
        settlement.addToken(city);
        return TOKEN;
    }

    private UUID addUnit(
            String code, String name, String level, @org.jspecify.annotations.Nullable UUID parent, String path) {
        UUID id = Uuid7.next();
        jdbc.sql("""
                        INSERT INTO organisation.unit (id, code, name, level, parent_id, path, duties)
                        VALUES (?, ?, ?, ?, ?, ?, '{anti-fraud-centre,command,stop-payment}')""")
                .param(id)
                .param(code)
                .param(name)
                .param(level)
                .param(parent)
                .param(path)
                .update();
        jdbc.sql("""
                        INSERT INTO organisation.jurisdiction (id, unit_id, unit_path, kind, code, name, parts)
                        VALUES (?, ?, ?, 'division', ?, ?, ARRAY[?])""").params(Uuid7.next(), id, path, code, name, code).update();
        return id;
    }

    private void addChief(UUID unit, String path) {
        UUID staff = Uuid7.next();
        jdbc.sql("INSERT INTO organisation.staff (id, number, name, account, phone, unit_path)"
                        + " VALUES (?, 'R000001', '测试员', 'reliability', '+8613900000001', ?)")
                .params(staff, path)
                .update();
        jdbc.sql("INSERT INTO organisation.post (id, staff_id, unit_id, unit_path, title, roles, scope)"
                        + " VALUES (?, ?, ?, ?, '值班', '{DISPATCHER}', 'UNIT_AND_BELOW')")
                .params(Uuid7.next(), staff, unit, path)
                .update();
        jdbc.sql("INSERT INTO organisation.duty (id, staff_id, unit_id, unit_path, duty, from_at, until_at)"
                        + " VALUES (?, ?, ?, ?, 'duty-chief', now() - interval '1 hour', now() + interval '20 hours')")
                .params(Uuid7.next(), staff, unit, path)
                .update();
    }

    private void addLadder() {
        jdbc.sql("INSERT INTO \"order\".ladder (id, version, name_zh, name_en) VALUES ('reliability', 1, '测试', 'Test')")
                .update();
        jdbc.sql("""
                        INSERT INTO "order".ladder_step
                            (ladder, version, number, condition, after_seconds, effect, addressee, duty)
                        VALUES ('reliability', 1, 1, 'UNMET', 4, 'ALARM', 'NEAREST_WITH_DUTY', 'command')""").update();
    }

    private void addToken(UUID unit) {
        jdbc.sql("INSERT INTO organisation.client_token (id, name, token_hash, scopes, unit_id, unit_path)"
                        + " VALUES (?, 'reliability', ?, '{warning:submit}', ?, '1505.')")
                .params(Uuid7.next(), hash(TOKEN), unit)
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

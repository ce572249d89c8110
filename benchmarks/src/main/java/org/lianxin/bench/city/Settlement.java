package org.lianxin.bench.city;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.lianxin.bench.city.CityUnits.Unit;
import org.lianxin.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Puts units, staff, open sessions and the token of a machine into a throw-away database, as its owner. What is measured goes
 * through the front door; what merely has to be there does not.
 */
public final class Settlement {

    private static final String ALL_ROLES = "{WARNING_CLERK,VISITING_OFFICER,DISPATCHER,UNIT_HEAD}";

    private final JdbcClient jdbc;
    private final CityUnits units;
    private int serial;

    private Settlement(DataSource oneConnection, CityUnits units) {
        this.jdbc = JdbcClient.create(oneConnection);
        this.units = units;
    }

    /**
     * @param token of the machine that submits signals for the city
     * @param clerks of the centre, signed in
     * @param chiefs of the counties, signed in
     */
    public record Settled(CityUnits units, String token, List<SignedIn> clerks, List<SignedIn> chiefs) {}

    /** @param cookie that the browser would send */
    public record SignedIn(UUID staff, Unit unit, String cookie) {}

    public static Settled settle(DataSource owner, int clerks) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            Settled settled = settle(
                    new Settlement(new SingleConnectionDataSource(connection, true), CityUnits.create()), clerks);
            connection.commit();
            return settled;
        } catch (SQLException e) {
            throw new IllegalStateException("the city cannot be settled: " + e.getMessage(), e);
        }
    }

    private static Settled settle(Settlement settlement, int clerks) {
        CityUnits units = settlement.units;
        settlement.addUnits();
        List<SignedIn> centre = new ArrayList<>();
        for (int i = 0; i < clerks; i++) {
            centre.add(settlement.addStaff(units.city()));
        }
        List<SignedIn> chiefs =
                units.ofLevel("county").stream().map(settlement::addStaff).toList();
        units.ofLevel("station").forEach(settlement::addStaff);
        return new Settled(units, settlement.addToken(), centre, chiefs);
    }

    private void addUnits() {
        for (Unit unit : units.list()) {
            jdbc.sql("""
                            INSERT INTO organisation.unit (id, code, name, level, parent_id, path, duties)
                            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                    .param(unit.id())
                    .param(unit.code())
                    .param(unit.name())
                    .param(unit.level())
                    .param(unit.parent())
                    .param(unit.path().value())
                    .param(unit.duties().toArray(String[]::new))
                    .update();
            if (!unit.divisions().isEmpty()) {
                addJurisdiction(unit);
            }
        }
    }

    private void addJurisdiction(Unit unit) {
        jdbc.sql("""
                        INSERT INTO organisation.jurisdiction (id, unit_id, unit_path, kind, code, name, parts)
                        VALUES (?, ?, ?, 'division', ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        Uuid7.next(),
                        unit.id(),
                        unit.path().value(),
                        unit.code(),
                        unit.name(),
                        unit.divisions().toArray(String[]::new))
                .update();
    }

    private SignedIn addStaff(Unit unit) {
        Person person = Person.of(0, ++serial);
        UUID staff = CityUnits.id("staff/" + serial);
        UUID post = CityUnits.id("post/" + serial);
        jdbc.sql("""
                        INSERT INTO organisation.staff (id, number, name, account, unit_path)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        staff,
                        "B%06d".formatted(serial),
                        person.name(),
                        "bench" + serial,
                        unit.path().value())
                .update();
        jdbc.sql("""
                        INSERT INTO organisation.post (id, staff_id, unit_id, unit_path, title, roles, scope)
                        VALUES (?, ?, ?, ?, '值班', ?::text[], 'UNIT_AND_BELOW') ON CONFLICT DO NOTHING""")
                .params(post, staff, unit.id(), unit.path().value(), ALL_ROLES)
                .update();
        jdbc.sql("""
                        INSERT INTO organisation.duty (id, staff_id, unit_id, unit_path, duty, from_at, until_at)
                        VALUES (?, ?, ?, ?, 'duty-chief', now() - interval '1 hour', now() + interval '20 hours')""")
                .params(Uuid7.next(), staff, unit.id(), unit.path().value())
                .update();
        return new SignedIn(staff, unit, addSession(staff, post, unit));
    }

    private String addSession(UUID staff, UUID post, Unit unit) {
        String token = "bench-" + UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO organisation.session (id, token_hash, staff_id, unit_path, post_id, strong, address, device)
                        VALUES (?, ?, ?, ?, ?, true, '127.0.0.1', 'bench')""")
                .params(Uuid7.next(), hash(token), staff, unit.path().value(), post)
                .update();
        return "lianxin_session=" + token;
    }

    private String addToken() {
        String token = "lx_bench" + UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO organisation.client_token (id, name, token_hash, scopes, unit_id, unit_path)
                        VALUES (?, 'bench', ?, '{warning:submit}', ?, ?)""")
                .params(
                        Uuid7.next(),
                        hash(token),
                        units.city().id(),
                        units.city().path().value())
                .update();
        return token;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

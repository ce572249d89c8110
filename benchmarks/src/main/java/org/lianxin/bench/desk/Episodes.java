package org.lianxin.bench.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.lianxin.bench.city.CityUnits;
import org.lianxin.bench.city.CityUnits.Unit;
import org.lianxin.bench.city.Person;
import org.lianxin.bench.city.Place;
import org.lianxin.shared.Masks;

/** Years of episodes, all dealt with but a few that are followed up; each about somebody else. */
final class Episodes {

    static final int SIGNALS_EACH = 10;
    private static final int RECENT = 20_000;
    private static final Duration YEARS = Duration.ofDays(3 * 365);
    private static final String[] SCAMS = {
        "order-brushing",
        "fake-prosecutor",
        "fake-customer-service",
        "fake-investment",
        "fake-loan",
        "romance",
        "fake-shopping",
        "fake-acquaintance"
    };
    private static final String[] LEVELS = {"high", "medium", "low"};
    private static final int[] WEIGHTS = {40, 20, 5};

    private final long seed;
    private final int count;
    private final CityUnits units;
    private final Instant now;
    private final SearchTokens tokens;

    Episodes(long seed, int count, CityUnits units, Instant now, SearchTokens tokens) {
        this.seed = seed;
        this.count = count;
        this.units = units;
        this.now = now;
        this.tokens = tokens;
    }

    void copyEpisodes(Connection connection) throws SQLException {
        String columns = """
                warning.episode (id, number, state, unit_id, unit_path, answering_unit, centre_unit, place_code, place_name,
                urgency, rank, why, rule_version, level, scam_type, amount_cents, money_moving, name_masked, phone_masked,
                gender, age_decade, person_token, data_key, signal_count, first_signal_at, last_signal_at, received_at,
                saved_cents, outcome, reached_at, seen_at, closed_at)""";
        try (CopyRows rows = new CopyRows(connection, columns)) {
            for (int i = 0; i < count; i++) {
                copyEpisode(rows, i);
            }
        }
    }

    void copyTokens(Connection connection) throws SQLException {
        try (CopyRows rows = new CopyRows(connection, "warning.search_token (token, episode_id)")) {
            for (int i = 0; i < count; i++) {
                UUID id = id(i);
                for (long token : tokens.of(Person.of(seed, i))) {
                    rows.cell(token).cell(id).end();
                }
            }
        }
    }

    private Instant received(int i) {
        return now.minus(YEARS).plusMillis(YEARS.toMillis() / count * i);
    }

    /** Ordered by time and, within a run, by number, as the service makes them. */
    private UUID id(int i) {
        SplittableRandom random = new SplittableRandom(seed * 17 + i);
        return new UUID(
                (received(i).toEpochMilli() << 16) | 0x7000 | (i & 0xFFF),
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static String why(int weight, String level) {
        return "[{\"rule\":\"TR-01\",\"weight\":" + weight + ",\"fact\":\"" + level
                + "\"},{\"rule\":\"TR-02\",\"weight\":8,\"fact\":\"PT1H\"}]";
    }

    /** What one episode is, drawn from the seed. */
    private record Drawn(
            int number, Person person, Place place, int level, boolean isHistory, boolean isFollowed, Instant at) {}

    private Drawn draw(int i, SplittableRandom random) {
        int level = random.nextInt(100) < 15 ? 0 : random.nextInt(3) == 0 ? 1 : 2;
        boolean history = random.nextInt(100) < 10;
        boolean followed = !history && i > count - RECENT && random.nextInt(20) == 0;
        return new Drawn(i, Person.of(seed, i), Person.placeOf(seed, i), level, history, followed, received(i));
    }

    private void copyEpisode(CopyRows rows, int i) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed * 13 + i);
        Drawn drawn = draw(i, random);
        copyPlaceAndRank(rows, drawn, random);
        copyFace(rows, drawn, random);
        copyCourse(rows, drawn, random);
        rows.end();
    }

    private void copyPlaceAndRank(CopyRows rows, Drawn drawn, SplittableRandom random) {
        Place place = drawn.place;
        Unit station = units.get(place.streetCode());
        rows.cell(id(drawn.number))
                .cell("YJ-" + place.countyCode() + "-B" + seed + "-" + drawn.number)
                .cell(drawn.isHistory ? "history" : drawn.isFollowed ? "follow-up" : "closed")
                .cell(station.id())
                .cell(station.path())
                .cell(station.id())
                .cell(units.city().id())
                .cell(place.code())
                .cell("内蒙古自治区通辽市" + place.county() + place.street() + place.village())
                .cell(drawn.level == 0 ? 2 : 3)
                .cell(WEIGHTS[drawn.level] + random.nextInt(40))
                .cell(why(WEIGHTS[drawn.level], LEVELS[drawn.level]))
                .cell(1)
                .cell(drawn.level)
                .cell(SCAMS[random.nextInt(SCAMS.length)])
                .cell((1L + random.nextInt(50_000)) * 100)
                .cell("f");
    }

    private void copyFace(CopyRows rows, Drawn drawn, SplittableRandom random) {
        Person person = drawn.person;
        rows.cell(Masks.name(person.name()))
                .cell(Masks.phone(person.phone()))
                .cell(person.isMale() ? "male" : "female")
                .cell(20 + random.nextInt(6) * 10)
                .cell(person.nationalId().hashCode() + "-" + drawn.number)
                .cell(id(drawn.number))
                .cell(1 + (int) ((drawn.number * 7_919L) % (2 * SIGNALS_EACH - 1)));
    }

    private static void copyCourse(CopyRows rows, Drawn drawn, SplittableRandom random) {
        Instant handled = drawn.at.plusSeconds(60 + random.nextInt(3_000));
        boolean history = drawn.isHistory;
        rows.cell(drawn.at.minusSeconds(120))
                .cell(drawn.at)
                .cell(drawn.at)
                .cell(history || random.nextInt(10) > 0 ? 0 : 500_000)
                .cell(history ? null : drawn.isFollowed ? "partly-paid" : "reached")
                .cell(history ? null : handled)
                .cell(history || drawn.level > 0 ? null : handled.plusSeconds(600))
                .cell(drawn.isFollowed ? null : handled.plusSeconds(1_200));
    }
}

package org.lianxin.warning.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.shared.Masks;
import org.lianxin.shared.Uuid7;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.domain.Triage;
import org.lianxin.warning.domain.TriageParameters;

/** Makes up a year: more warnings by day than by night, fewer losses towards the end. Used by one thread. */
final class PastEpisodes {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZONE);
    private static final List<String> SOURCES = List.of("国家反诈大数据平台", "省反诈中心", "移动运营商", "商业银行", "96110");
    private static final ScamType[] SCAMS = ScamType.values();

    private final Random random;
    private final Instant now;
    private final int days;
    private final UnitRef city;
    private final List<Home> homes;
    private int serial;

    /** A station with a street it answers for. */
    private record Home(UnitRef station, Division street) {}

    PastEpisodes(Places places, List<UnitRef> below, UnitRef city, Span span) {
        this.random = new Random(span.seed());
        this.now = span.now();
        this.days = span.days();
        this.city = city;
        this.homes = below.stream()
                .filter(unit -> unit.level().equals("station"))
                .flatMap(unit -> places.find(unit.code()).map(street -> new Home(unit, street)).stream())
                .toList();
    }

    record Span(Instant now, int days, long seed) {}

    PastEpisode next() {
        serial++;
        Home home = InventedPerson.pick(random, homes);
        InventedPerson person = InventedPerson.of(random, home.street().code().substring(0, 6));
        double when = random.nextDouble();
        Sign sign = sign(time(when));
        return row(home, person, sign, course(sign.received(), sign.level(), sign.amount(), when));
    }

    /** What a source says. */
    private record Sign(
            Instant occurred,
            Instant received,
            Level level,
            boolean moving,
            @Nullable Long amount,
            int stated) {

        Triage.Ranking ranking() {
            return Triage.rank(
                    new Triage.Facts(level, Duration.between(occurred, received), moving, amount, stated, 0),
                    TriageParameters.FIRST);
        }
    }

    private Sign sign(Instant received) {
        Level level = random.nextInt(100) < 7 ? Level.HIGH : random.nextInt(100) < 35 ? Level.MEDIUM : Level.LOW;
        return new Sign(
                received.minusSeconds(30 + random.nextInt(900)),
                received,
                level,
                level == Level.HIGH && random.nextInt(5) == 0,
                level == Level.LOW && random.nextInt(3) > 0 ? null : amount(),
                random.nextInt(8) == 0 ? 1 : 0);
    }

    private PastEpisode row(Home home, InventedPerson person, Sign sign, Course course) {
        Triage.Ranking ranking = sign.ranking();
        return new PastEpisode(
                Uuid7.next().toString(),
                Uuid7.next().toString(),
                "YJ-" + home.station().code().substring(0, 6) + "-" + DATE.format(sign.received()) + "-H" + serial,
                home.station().id().toString(),
                home.station().path().value(),
                city.id().toString(),
                home.street().code(),
                home.street().fullName(),
                sign.level().code(),
                SCAMS[Math.min(SCAMS.length - 1, (int) Math.abs(random.nextGaussian() * 4))].code(),
                sign.amount(),
                sign.moving(),
                sign.stated(),
                ranking.rank(),
                why(ranking),
                Masks.name(person.name()),
                Masks.phone(person.phone()),
                random.nextInt(100) < 54 ? "female" : "male",
                (2 + random.nextInt(6)) * 10,
                InventedPerson.pick(random, SOURCES),
                micros(sign.occurred()),
                micros(sign.received()),
                course.reached() == null ? null : micros(course.reached()),
                course.seen() == null ? null : micros(course.seen()),
                micros(course.closed()),
                course.outcome(),
                course.savedCents(),
                course.lostCents());
    }

    /** The quiet hours are from eleven at night to seven. */
    private Instant time(double when) {
        Instant day = now.minus(Duration.ofDays(days)).plusSeconds((long) (when * (days - 1) * 86_400L));
        int hour = Math.clamp((int) (14.5 + random.nextGaussian() * 4), 0, 23);
        return day.atZone(ZONE)
                .withHour(hour)
                .withMinute(random.nextInt(60))
                .withSecond(random.nextInt(60))
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private long amount() {
        return 100L * 10 * (1 + (long) Math.exp(5 + random.nextGaussian() * 1.4));
    }

    private record Course(
            @Nullable Instant reached,
            @Nullable Instant seen,
            Instant closed,
            String outcome,
            long savedCents,
            long lostCents) {}

    private Course course(Instant received, Level level, @Nullable Long amount, double when) {
        int minutes = 1 + (int) Math.abs(random.nextGaussian() * (level == Level.HIGH ? 2.6 : 40));
        boolean reachedAtAll = random.nextInt(100) < 94;
        Instant reached = reachedAtAll ? received.plusSeconds(minutes * 60L + random.nextInt(60)) : null;
        Instant seen = level == Level.HIGH && random.nextInt(100) < 90
                ? received.plusSeconds(60L * (6 + (long) Math.abs(random.nextGaussian() * 14)))
                : null;
        Instant last = reached == null ? received : reached;
        Instant closed = (seen == null || seen.isBefore(last) ? last : seen).plusSeconds(300 + random.nextInt(5_400));
        double risk = 0.011 - 0.007 * when;
        boolean lost = random.nextDouble() < risk;
        boolean saved = !lost && reachedAtAll && amount != null && random.nextInt(100) < (level == Level.HIGH ? 35 : 4);
        return new Course(
                reached,
                seen,
                closed,
                lost ? "partly-paid" : reachedAtAll ? "reached" : "not-found",
                saved && amount != null ? amount : 0,
                lost ? amount() : 0);
    }

    private static String why(Triage.Ranking ranking) {
        return ranking.fired().stream()
                .map(each -> "{\"rule\":\"" + each.rule() + "\",\"weight\":" + each.weight() + ",\"fact\":\""
                        + each.fact() + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** The key of content that is gone: no such key exists. */
    static UUID noKey() {
        return new UUID(0, 0);
    }
}

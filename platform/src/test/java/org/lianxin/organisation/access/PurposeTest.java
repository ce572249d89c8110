package org.lianxin.organisation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.testing.Seen.PHONE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.runtime.Instance;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * S1 where a purpose opens personal content: everybody x where they stand to the episode x purpose x state of the episode. Whoever sees
 * something has left exactly one entry in the audit log; whoever is refused has seen nothing.
 */
@SpringBootTest(
        classes = {Lianxin.class, Population.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PurposeTest {

    private static final Endpoint OPEN = new Endpoint("POST", "/api/warning/episodes/{id}/open");
    private static final Endpoint UNMASK = new Endpoint("POST", "/api/warning/episodes/{id}/unmask");
    private static final Endpoint OUTCOME = new Endpoint("POST", "/api/warning/episodes/{id}/outcomes");
    private static final Endpoint SIGNALS = new Endpoint("POST", "/api/warning/signals");
    private static final String STREET = "内蒙古通辽市霍林郭勒市珠斯花街道";
    private static final List<String> PURPOSES =
            List.of("dissuade", "route", "join-check", "visit", "warning.dissuade", "curiosity", "");
    private static final List<String> CLERKS = List.of("clerk", "near", "far");
    private static final List<String> OFFICERS = List.of("officer", "neighbour", "bureau");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Population population;

    @Autowired
    private Instance instance;

    private JdbcClient all = JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource());

    @BeforeEach
    void settle() {
        population.settle();
        population.join("8001", "near", "150581", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW);
        population.join("8002", "far", "150502", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW);
        population.join("8003", "neighbour", "150581-mz", Role.VISITING_OFFICER, DataScope.OWN);
        population.join("8004", "bureau", "150581", Role.VISITING_OFFICER, DataScope.UNIT_AND_BELOW);
        var database = instance.database();
        all = JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                database.url(), database.owner().user(), database.owner().password()));
    }

    @AfterEach
    void withRowSecurity() {
        all.sql("alter table warning.episode enable row level security").update();
    }

    @Test
    void contentOpensExactlyForThosePurposesAndStatesThatTheTaskNeeds() {
        List<String> wrong = wrongCells(episodesInEveryState());
        assertThat(wrong).isEmpty();
    }

    @Test
    void aScopeThatIsNotKeptIsFound() {
        Map<String, UUID> episodes = Map.of("open", report(Duration.ZERO, STREET));
        all.sql("alter table warning.episode disable row level security").update();
        assertThat(wrongCells(episodes)).isNotEmpty().allMatch(cell -> cell.startsWith("far "));
    }

    @Test
    void anAddressIsAllThatRoutingShows() {
        UUID episode = report(Duration.ZERO, STREET);
        String body = open("clerk", episode, "route").body();
        assertThat(body).contains(STREET).doesNotContain("测试人", "测试平台所述").doesNotContainPattern(PHONE);
        assertThat(unmask("clerk", episode, "route").status()).isEqualTo(403);
        assertThat(unmask("clerk", episode, "dissuade").status()).isEqualTo(200);
    }

    @Test
    void anOrderThatIsNotAboutThisPersonIsNoReasonToLook() {
        UUID episode = report(Duration.ZERO, STREET);
        UUID other = all.sql("SELECT id FROM \"order\".orders WHERE subject_id = ? LIMIT 1")
                .param(report(Duration.ZERO, STREET))
                .query(UUID.class)
                .single();
        UUID own = all.sql("SELECT id FROM \"order\".orders WHERE subject_id = ? LIMIT 1")
                .param(episode)
                .query(UUID.class)
                .single();
        String asked = "{\"purpose\":\"dissuade\",\"orderId\":\"%s\"}";
        assertThat(population
                        .call(address(), "clerk", OPEN, OPEN.path(episode.toString()), asked.formatted(other))
                        .status())
                .isEqualTo(404);
        assertThat(entries(episode)).isZero();
        assertThat(population
                        .call(address(), "clerk", OPEN, OPEN.path(episode.toString()), asked.formatted(own))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void wa43_whatHasEndedOpensForATypedReasonThatStaysInTheLog() {
        UUID episode = report(Duration.ofDays(20), STREET);
        for (String nothing : List.of("null", "\"\"", "\" x \"")) {
            Answer refused = openFor("clerk", episode, nothing);
            assertThat(refused.status()).as(nothing).isEqualTo(422);
            assertThat(refused.body()).contains("warning.closed-needs-reason").doesNotContain("测试人");
        }
        assertThat(entries(episode)).isZero();

        assertThat(openFor("clerk", episode, "\"家属来访询问\"").body()).contains("测试人");

        assertThat(all.sql("SELECT reason FROM audit.entry WHERE subject_id = ?")
                        .param(episode)
                        .query(String.class)
                        .list())
                .containsExactly("家属来访询问");
    }

    @Test
    void wa43_anOpenOrderIsReasonEnough() {
        UUID episode = report(Duration.ZERO, STREET);
        all.sql("UPDATE warning.episode SET state = 'closed', closed_at = now() WHERE id = ?")
                .param(episode)
                .update();
        assertThat(openFor("clerk", episode, "null").status()).isEqualTo(200);
    }

    private Answer openFor(String caller, UUID episode, String reason) {
        return population.call(
                address(),
                caller,
                OPEN,
                OPEN.path(episode.toString()),
                "{\"purpose\":\"dissuade\",\"reason\":" + reason + "}");
    }

    private List<String> wrongCells(Map<String, UUID> episodes) {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Map.Entry<String, UUID> episode : episodes.entrySet()) {
            for (String caller : everybody()) {
                for (String purpose : PURPOSES) {
                    cells++;
                    int expected = expected(caller, purpose, episode.getValue());
                    long before = entries(episode.getValue());
                    Answer answer = open(caller, episode.getValue(), purpose);
                    long written = entries(episode.getValue()) - before;
                    boolean shown =
                            answer.body().contains("珠斯花") || answer.body().contains("测试人");
                    if (answer.status() != expected || shown != (expected == 200) || shown && written != 1) {
                        wrong.add(caller + " " + purpose + " " + episode.getKey() + ": " + answer.status() + " not "
                                + expected + ", audited " + written);
                    }
                }
            }
        }
        System.out.println("S1 by purpose and state: " + wrong.size() + " wrong of " + cells + " cells");
        return wrong;
    }

    private List<String> everybody() {
        List<String> everybody = new ArrayList<>(population.callers());
        for (String each : List.of("near", "far", "neighbour", "bureau")) {
            if (!everybody.contains(each)) {
                everybody.add(each);
            }
        }
        return everybody;
    }

    /** Read off privacy.md, not off the code. */
    private int expected(String caller, String purpose, UUID episode) {
        if (caller.equals(Population.NOBODY)) {
            return 401;
        }
        boolean isClerk = CLERKS.contains(caller);
        if (!isClerk && !OFFICERS.contains(caller)) {
            return 403;
        }
        return switch (purpose.replace("warning.", "")) {
            case "dissuade", "route", "join-check" ->
                isClerk ? isInScope(caller, episode) ? hasEnded(episode) ? 422 : 200 : 404 : 403;
            case "visit" -> isOrderedToGo(caller, episode) ? 200 : 404;
            default -> 400;
        };
    }

    /** Nobody works on it any more: it is opened for a reason that is typed, not for a word. */
    private boolean hasEnded(UUID episode) {
        return List.of("closed", "history").contains(state(episode));
    }

    /** The city sees all of its warnings, a county those at its addresses: not one whose address nobody understood. */
    private boolean isInScope(String clerk, UUID episode) {
        boolean isRouted = !"routing".equals(state(episode));
        return clerk.equals("clerk") || (clerk.equals("near") && isRouted);
    }

    private String state(UUID episode) {
        return all.sql("SELECT state FROM warning.episode WHERE id = ?")
                .param(episode)
                .query(String.class)
                .single();
    }

    /** The order that sends this caller's unit to the person and is not finished. */
    private boolean isOrderedToGo(String caller, UUID episode) {
        return all.sql("""
                        SELECT count(*) FROM "order".orders o JOIN organisation.staff s ON s.account = :caller
                            JOIN organisation.post p ON p.staff_id = s.id
                        WHERE o.subject_id = :episode AND o.kind IN ('visit', 'search', 'take-over') AND o.closed_at IS NULL
                            AND o.to_unit = p.unit_id AND (o.to_staff IS NULL OR o.to_staff = s.id)""")
                        .param("caller", caller)
                        .param("episode", episode)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long entries(UUID episode) {
        return all.sql("SELECT count(*) FROM audit.entry WHERE subject_id = :episode AND purpose LIKE 'warning.%'")
                .param("episode", episode)
                .query(Long.class)
                .single();
    }

    private Map<String, UUID> episodesInEveryState() {
        Map<String, UUID> episodes = new LinkedHashMap<>();
        episodes.put("open", report(Duration.ZERO, STREET));
        episodes.put("history", report(Duration.ofDays(20), STREET));
        episodes.put("routing", report(Duration.ZERO, "珠斯花老地方"));
        episodes.put("closed", after("{\"kind\":\"reached\"}"));
        episodes.put("searching", after("{\"kind\":\"not-found\"}"));
        episodes.put("follow-up", after("{\"kind\":\"not-believed\"}"));
        UUID neighbour = all.sql("SELECT id FROM organisation.unit WHERE code = '150581-mz'")
                .query(UUID.class)
                .single();
        episodes.put("handing-over", after("{\"kind\":\"handed-over\",\"toUnitId\":\"" + neighbour + "\"}"));
        assertThat(episodes).allSatisfy((state, id) -> assertThat(state(id)).isEqualTo(state));
        return episodes;
    }

    private UUID after(String outcome) {
        UUID episode = report(Duration.ZERO, STREET);
        Answer answer = population.call(address(), "clerk", OUTCOME, OUTCOME.path(episode.toString()), outcome);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return episode;
    }

    private UUID report(Duration ago, String where) {
        int n = SERIAL.incrementAndGet();
        Answer answer = population.call(address(), Population.MACHINE, SIGNALS, SIGNALS.pattern(), """
                {"sourceId":"P-%1$d","source":"测试平台","occurredAt":"%2$s","name":"测试人%1$d","phone":"1394752%1$04d",
                 "nationalId":null,"scamType":"刷单返利","level":"high","amountCents":5000000,"address":"%3$s",
                 "description":"测试平台所述"}""".formatted(
                        n, Instant.now().minus(ago), where));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return all.sql("SELECT episode_id FROM warning.signal WHERE source_id = ? AND source = '测试平台'")
                .param("P-" + n)
                .query(UUID.class)
                .single();
    }

    private Answer open(String caller, UUID episode, String purpose) {
        return population.call(
                address(), caller, OPEN, OPEN.path(episode.toString()), "{\"purpose\":\"" + purpose + "\"}");
    }

    private Answer unmask(String caller, UUID episode, String purpose) {
        return population.call(
                address(),
                caller,
                UNMASK,
                UNMASK.path(episode.toString()),
                "{\"purpose\":\"" + purpose + "\",\"field\":\"nationalId\",\"reason\":\"核对身份\"}");
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

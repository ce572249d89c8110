package org.lianxin.organisation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.access.AccessRow.Who;
import org.lianxin.runtime.Instance;
import org.lianxin.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * S1 and S2 over every endpoint that the router knows, so that a new one is covered without a line here. Each figure has its
 * planted bug: a run that does not catch it is void.
 */
@SpringBootTest(
        classes = {Lianxin.class, AuthorisationTest.Switch.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AuthorisationTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final AccessDecision ANYBODY_SIGNED_IN =
            (row, caller, strong) -> caller.session() == null ? AccessDecision.byTable(row, caller, strong) : null;

    private static volatile AccessDecision current = AccessDecision::byTable;

    @Import(Population.class)
    static class Switch {
        @Bean
        AccessDecision switchableDecision() {
            return (row, caller, strong) -> current.refusal(row, caller, strong);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping router;

    @Autowired
    private AccessTable table;

    @Autowired
    private Population population;

    @Autowired
    private Units units;

    @Autowired
    private Instance instance;

    @BeforeEach
    void settle() {
        population.settle();
        population.reportSignals(address());
    }

    @AfterEach
    void byTheTable() {
        current = AccessDecision::byTable;
    }

    @Test
    void everyEndpointHasItsRowAndEveryRowItsEndpoint() {
        Set<Endpoint> rows =
                new HashSet<>(table.list().stream().map(Endpoint::of).toList());
        Set<Endpoint> endpoints = new HashSet<>(Endpoint.list(router));
        assertThat(rows).hasSizeGreaterThan(40).hasSameSizeAs(table.list());
        assertThat(endpoints)
                .as("endpoints without a row in authorisation/*.tsv")
                .isSubsetOf(rows);
        assertThat(rows).as("rows without an endpoint").isSubsetOf(endpoints);
    }

    @Test
    void everyCallerIsLetInExactlyWhereTheTableSaysSo() {
        List<String> wrong = wrongCells();
        int cells = table.list().size() * population.callers().size();
        System.out.println("S1: " + wrong.size() + " wrong of " + cells + " cells, 95 % upper bound " + 3.0 / cells);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aDoorLeftOpenForOneRoleIsFound() {
        current = (row, caller, strong) -> {
            var session = caller.session();
            boolean planted = session != null && session.viewer().roles().equals(Set.of(Role.DISPATCHER));
            return planted ? null : AccessDecision.byTable(row, caller, strong);
        };
        assertThat(wrongCells()).isNotEmpty().allMatch(cell -> cell.startsWith("command "));
    }

    @Test
    void withTheTableOffRowSecurityAloneLetsNothingForeignThrough() {
        current = ANYBODY_SIGNED_IN;
        Set<String> foreign = foreignIds();
        List<String> leaks = leaks(foreign);
        System.out.println("S1 without the table: " + leaks.size() + " leaks of " + foreign.size() + " foreign ids");
        assertThat(foreign).hasSizeGreaterThan(30);
        assertThat(leaks).isEmpty();
    }

    @Test
    void aTableWithoutRowSecurityIsFound() throws java.sql.SQLException {
        current = ANYBODY_SIGNED_IN;
        Set<String> foreign = foreignIds();
        asOwner("alter table organisation.staff disable row level security");
        try {
            assertThat(leaks(foreign)).anyMatch(leak -> leak.startsWith("GET /api/organisation/staff"));
        } finally {
            asOwner("alter table organisation.staff enable row level security");
        }
    }

    @Test
    void whatIsForeignAnswersExactlyLikeWhatIsMissing() {
        List<String> different = differences();
        assertThat(different).isEmpty();
    }

    @Test
    void aForeignIdThatAnswersDifferentlyIsFound() throws java.sql.SQLException {
        asOwner(
                "create policy planted on organisation.session for update using (true)",
                "create policy planted_look on organisation.session for select using (true)");
        try {
            assertThat(differences()).anyMatch(each -> each.contains("DELETE /api/organisation/sessions/{id}"));
        } finally {
            asOwner("drop policy planted on organisation.session", "drop policy planted_look on organisation.session");
        }
    }

    @Test
    void whatIsForeignIsRefusedAsFastAsWhatIsMissing() {
        AnswerTimes times = new AnswerTimes(population, address(), table);
        List<AnswerTimes.Compared> compared = times.compare();
        System.out.println("S2 time: " + compared);
        assertThat(compared).hasSizeGreaterThan(15);
        assertThat(compared).noneMatch(AnswerTimes.Compared::tells);
    }

    @Test
    void aForeignIdThatTakesLongerIsFound() throws java.sql.SQLException {
        asOwner("""
                create function organisation.planted_wait() returns boolean language plpgsql as
                'begin perform pg_sleep(0.01); return false; end'""", "create policy planted_wait on \"order\".orders for select using (organisation.planted_wait())");
        try {
            assertThat(new AnswerTimes(population, address(), table).compare())
                    .anyMatch(each -> each.tells() && each.endpoint().equals("GET /api/order/orders/{id}"));
        } finally {
            asOwner("drop policy planted_wait on \"order\".orders", "drop function organisation.planted_wait()");
        }
    }

    private List<String> wrongCells() {
        List<String> wrong = new ArrayList<>();
        for (AccessRow row : table.list()) {
            Endpoint endpoint = Endpoint.of(row);
            for (String caller : population.callers()) {
                boolean expected = isAllowed(row, caller);
                Answer answer = population.call(address(), caller, endpoint, endpoint.pathToNothing());
                if (answer.isTurnedAway() == expected || answer.status() >= 500) {
                    wrong.add(caller + " " + endpoint + ": " + answer.status()
                            + (expected ? ", allowed" : ", not allowed"));
                }
            }
        }
        return wrong;
    }

    /** The table read a second time, by other code than the one under test. */
    private boolean isAllowed(AccessRow row, String caller) {
        boolean person = !population.rolesOf(caller).isEmpty();
        for (Who who : row.who()) {
            String text = who.toString();
            boolean allowed = text.startsWith("Everybody")
                    || (person && (text.startsWith("SignedIn") || text.startsWith("SigningIn")))
                    || population.rolesOf(caller).stream().anyMatch(role -> text.equals("InRole[role=" + role + "]"))
                    || (caller.equals(Population.MACHINE) && text.equals("Client[scope=warning:submit]"));
            if (allowed) {
                return true;
            }
        }
        return false;
    }

    /** Ids of rows that somebody with all scope sees and that are neither units nor the stranger's own. */
    private Set<String> foreignIds() {
        Set<String> ids = new TreeSet<>();
        for (AccessRow row : table.list()) {
            Endpoint endpoint = Endpoint.of(row);
            if (endpoint.isRead() && !endpoint.hasVariable() && !row.relation().equals("none")) {
                ids.addAll(ids(population
                        .call(address(), Population.EVERYTHING, endpoint, endpoint.pattern())
                        .body()));
            }
        }
        units.list().forEach(unit -> ids.remove(unit.id().toString()));
        Endpoint me = new Endpoint("GET", "/api/organisation/me");
        ids.removeAll(ids(population
                .call(address(), Population.STRANGER, me, me.pattern())
                .body()));
        Endpoint sessions = new Endpoint("GET", "/api/organisation/sessions");
        ids.removeAll(ids(population
                .call(address(), Population.STRANGER, sessions, sessions.pattern())
                .body()));
        return ids;
    }

    private List<String> leaks(Set<String> foreign) {
        List<String> leaks = new ArrayList<>();
        for (AccessRow row : table.list()) {
            Endpoint endpoint = Endpoint.of(row);
            if (!endpoint.isRead()) {
                continue;
            }
            for (String id : endpoint.hasVariable() ? foreign : Set.of("")) {
                Answer answer = population.call(address(), Population.STRANGER, endpoint, endpoint.path(id));
                Set<String> seen = ids(answer.body());
                seen.remove(id);
                seen.retainAll(foreign);
                boolean shown = endpoint.hasVariable()
                        && answer.status() == 200
                        && !row.relation().equals("none");
                if (!seen.isEmpty() || shown) {
                    leaks.add(endpoint + " " + answer.status() + " " + seen);
                }
            }
        }
        return leaks;
    }

    private List<String> differences() {
        List<String> different = new ArrayList<>();
        Set<String> foreign = foreignIds();
        assertThat(foreign).hasSizeGreaterThan(30);
        int compared = 0;
        for (AccessRow row : table.list()) {
            Endpoint endpoint = Endpoint.of(row);
            if (!endpoint.hasVariable() || row.relation().equals("none")) {
                continue;
            }
            String nothing = UUID.randomUUID().toString();
            Answer missing = answer(endpoint, nothing);
            for (String id : foreign) {
                compared++;
                if (!answer(endpoint, id).equals(missing)) {
                    different.add(endpoint + " " + id);
                }
            }
        }
        System.out.println(
                "S2: " + different.size() + " of " + compared + " foreign ids answered differently from missing ones");
        return different;
    }

    private Answer answer(Endpoint endpoint, String id) {
        Answer answer = population.call(address(), Population.STRANGER, endpoint, endpoint.path(id));
        return new Answer(answer.status(), answer.body().replace(id, "{id}"));
    }

    private static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        ID.matcher(text).results().forEach(found -> ids.add(found.group()));
        return ids;
    }

    private void asOwner(String... statements) throws java.sql.SQLException {
        var database = instance.database();
        try (var owner = java.sql.DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

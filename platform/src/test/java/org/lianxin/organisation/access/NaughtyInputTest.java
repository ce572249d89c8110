package org.lianxin.organisation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.access.NaughtyRequests.Asked;
import org.lianxin.runtime.Instance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * S4 in its short form: every parameter, variable and field of every endpoint that the router knows is given what nobody should
 * send. No answer is a server error, none shows where in the program it came from.
 */
@SpringBootTest(
        classes = {Lianxin.class, NaughtyInputTest.Crowd.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NaughtyInputTest {

    private static final long SEED = 20261122;
    private static final String STAFF = "/api/organisation/staff";
    private static final int AT_ONCE = 4;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern TRACE = Pattern.compile("Exception|\\bat org\\.|SQLSTATE|ERROR:");

    @Import(Population.class)
    static class Crowd {}

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping router;

    @Autowired
    private Population population;

    @Autowired
    private Instance instance;

    private final Random random = new Random(SEED);

    @BeforeEach
    void settle() {
        population.settle();
        population.reportSignals(address());
        population.call(address(), Population.EVERYTHING, new Endpoint("POST", STAFF), STAFF, """
                {"number":"8888","name":"走查","posts":[{"unitId":"%s","title":"民警","roles":["VISITING_OFFICER"],"scope":"UNIT"}]}""".formatted(
                        one("/api/organisation/units")));
    }

    @Test
    void noEndpointBreaksOverWhatNobodyShouldSend() throws InterruptedException, ExecutionException {
        Walked walked = walk(endpoint -> true);
        System.out.println("S4: seed " + SEED + ", " + walked.broken.size() + " server errors in " + walked.asked
                + " requests, 95 % upper bound " + 3.0 / walked.asked + ", answers " + walked.statuses);
        assertThat(walked.asked).isGreaterThan(4_000);
        assertThat(walked.broken).isEmpty();
    }

    @Test
    void anEndpointThatBreaksIsFound() throws Exception {
        asOwner("alter table organisation.staff rename column phone to planted");
        try {
            assertThat(walk(endpoint -> endpoint.isRead() && endpoint.pattern().equals(STAFF)).broken)
                    .isNotEmpty();
        } finally {
            asOwner("alter table organisation.staff rename column planted to phone");
        }
    }

    private record Walked(int asked, Map<Integer, Integer> statuses, List<String> broken) {}

    private Walked walk(Predicate<Endpoint> wanted) throws InterruptedException, ExecutionException {
        Map<Endpoint, HandlerMethod> handlers = new LinkedHashMap<>();
        router.getHandlerMethods()
                .forEach((info, handler) -> Endpoint.list(router).stream()
                        .filter(each -> info.getPatternValues().contains(each.pattern())
                                && info.getMethodsCondition().getMethods().stream()
                                        .anyMatch(method -> method.name().equals(each.method())))
                        .filter(wanted)
                        .forEach(each -> handlers.put(each, handler)));
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        int asked = 0;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Map<String, Future<Answer>> answers = new LinkedHashMap<>();
            for (var each : handlers.entrySet()) {
                Endpoint endpoint = each.getKey();
                for (Asked one : requests(endpoint, each.getValue())) {
                    answers.put(
                            asked++ + " " + endpoint.method() + " " + shortened(one.path()) + " "
                                    + shortened(one.json()),
                            threads.submit(() -> population.call(
                                    address(), Population.EVERYTHING, endpoint, one.path(), one.json())));
                }
            }
            for (var each : answers.entrySet()) {
                Answer answer = each.getValue().get();
                statuses.merge(answer.status(), 1, Integer::sum);
                if (answer.status() >= 500 || TRACE.matcher(answer.body()).find()) {
                    broken.add(answer.status() + " " + each.getKey() + " -> " + shortened(answer.body()));
                }
            }
        }
        return new Walked(asked, statuses, broken);
    }

    private List<Asked> requests(Endpoint endpoint, HandlerMethod handler) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("unitId", one("/api/organisation/units"));
        ids.put("toUnitId", ids.get("unitId"));
        ids.put("staffId", one(STAFF + "?q=8888"));
        return new NaughtyRequests(endpoint, handler, idFor(endpoint), ids).list();
    }

    /** Something real to act on, except where that would end the walk. */
    private Supplier<String> idFor(Endpoint endpoint) {
        String list = endpoint.pattern().startsWith("/api/warning/episodes")
                ? "/api/warning/episodes?view=centre"
                : endpoint.pattern().startsWith("/api/order/orders")
                        ? "/api/order/inbox?unit=unit"
                        : endpoint.pattern().startsWith(STAFF)
                                ? STAFF + "?q=8888"
                                : endpoint.pattern().startsWith("/api/organisation/units")
                                        ? "/api/organisation/units"
                                        : "";
        if (list.isEmpty() || !endpoint.hasVariable()) {
            return () -> UUID.randomUUID().toString();
        }
        List<String> found = listed(list);
        return () -> found.isEmpty() ? UUID.randomUUID().toString() : found.get(random.nextInt(found.size()));
    }

    private String one(String list) {
        List<String> found = listed(list);
        return found.isEmpty() ? UUID.randomUUID().toString() : found.getLast();
    }

    private List<String> listed(String list) {
        Answer answer = population.call(address(), Population.EVERYTHING, new Endpoint("GET", list), list);
        return ID.matcher(answer.body()).results().map(found -> found.group(1)).toList();
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }

    private void asOwner(String statement) throws java.sql.SQLException {
        var database = instance.database();
        try (var owner = java.sql.DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var work = owner.createStatement()) {
            work.execute(statement);
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

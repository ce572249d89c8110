package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever people do, in whatever order: an episode that is not closed has an open order with a deadline. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NeverSilentTest {

    private static final List<String> PEOPLE =
            List.of("clerk", "second", "county", "far", "officer", "command", "chief");
    private static final List<String> OUTCOMES = List.of(
            "{\"kind\":\"refused\"}",
            "{\"kind\":\"not-found\"}",
            "{\"kind\":\"not-believed\"}",
            "{\"kind\":\"partly-paid\",\"lostCents\":100}",
            "{\"kind\":\"handed-over\",\"toUnitId\":\"UNIT\"}",
            "{\"kind\":\"reached\"}");

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anOpenEpisodeAlwaysHasAnOpenOrder(long seed) {
        Random random = new Random(seed);
        int done = 0;
        for (int episode = 0; episode < 5; episode++) {
            String level = List.of("high", "medium", "low").get(random.nextInt(3));
            String id = city.warned(level, random.nextBoolean(), random.nextInt(3) == 0 ? "某处" : STREET);
            for (int step = 0; step < 20; step++) {
                HttpResponse<String> answer = act(id, random);
                done += answer.statusCode() < 300 ? 1 : 0;
                assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
                JsonNode now = city.episode("clerk", id);
                boolean closed = now.get("state").asString().equals("closed");
                assertThat(closed || !city.openOrders(id).isEmpty())
                        .as("after %s it is %s without an open order", answer.uri(), now.get("state"))
                        .isTrue();
            }
        }
        assertThat(done).isGreaterThan(15);
    }

    private HttpResponse<String> act(String id, Random random) {
        String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        List<JsonNode> orders = city.ordersOn(id);
        String order = orders.get(random.nextInt(orders.size())).get("id").asString();
        String unit = city.unit(List.of("150581", "150502", "150581-mz").get(random.nextInt(3)));
        String path = "/api/order/orders/" + order + "/";
        String because = "{\"reason\":\"试\",\"unitId\":\"%s\"}".formatted(unit);
        return switch (random.nextInt(8)) {
            case 0 -> city.as(who).post(path + "sign", "{}");
            case 1 -> city.as(who).post(path + "return", because);
            case 2 -> city.as(who).post(path + "hand-over", because);
            case 3 -> city.as(who).post(path + "meet", "{}");
            case 4 -> city.as(who).post(path + "withdraw", because);
            case 5 ->
                city.as("clerk").post("/api/warning/episodes/" + id + "/route", "{\"divisionCode\":\"150581002\"}");
            default -> {
                boolean ends = random.nextInt(8) == 0;
                String outcome = OUTCOMES.get(ends ? OUTCOMES.size() - 1 : random.nextInt(OUTCOMES.size() - 1));
                yield city.as(random.nextBoolean() ? "clerk" : who)
                        .post("/api/warning/episodes/" + id + "/outcomes", outcome.replace("UNIT", unit));
            }
        };
    }
}

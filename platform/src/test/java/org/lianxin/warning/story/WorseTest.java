package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** WA-16: what is ordered follows the worst that a fresh signal brings, whatever came in before and in whatever order. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WorseTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    private WorkingCity city;
    private final String phone = WorkingCity.freshPhone();

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    private String signal(String level, Duration age) {
        return city.episodeOf(
                city.signal(phone, level, false, STREET, Instant.now().minus(age)));
    }

    private void isOrderedAsHigh(String id) {
        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "visit");
        for (JsonNode order : city.ordersOn(id)) {
            if (WorkingCity.isOpen(order.get("state").asString())) {
                assertThat(order.get("urgency").asString()).isEqualTo("HIGH");
                assertThat(Instant.parse(order.get("dueAt").asString()))
                        .isBefore(Instant.now().plus(Duration.ofMinutes(31)));
            }
        }
    }

    @Test
    void aLowWarningThatTurnsHighIsCalledAndVisitedWithinHalfAnHour() {
        String id = signal("low", Duration.ZERO);
        assertThat(city.openOrders(id)).containsExactly("call");

        assertThat(signal("high", Duration.ZERO)).isEqualTo(id);

        isOrderedAsHigh(id);
        List<String> states = city.ordersOn(id).stream()
                .map(each -> each.get("state").asString())
                .toList();
        assertThat(states).hasSize(3).contains("withdrawn");
    }

    @Test
    void historyOrdersNothingAndDoesNotHideAFreshHighSignal() {
        String id = signal("low", Duration.ZERO);

        assertThat(signal("high", Duration.ofHours(80))).isEqualTo(id);
        assertThat(city.openOrders(id)).containsExactly("call");
        signal("high", Duration.ZERO);

        isOrderedAsHigh(id);
    }

    @Test
    void oneThatGetsNoWorseOrdersNothingMore() {
        String id = signal("high", Duration.ZERO);
        int orders = city.ordersOn(id).size();

        signal("low", Duration.ZERO);
        signal("high", Duration.ZERO);

        assertThat(city.ordersOn(id)).hasSize(orders);
    }
}

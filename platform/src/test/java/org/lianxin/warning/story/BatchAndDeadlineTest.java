package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A batch taken back, and orders extended, returned and handed over, each over HTTP. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BatchAndDeadlineTest {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final List<String> NAMES = List.of("撤回甲", "撤回乙", "撤回丙", "撤回丁");

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

    private JsonNode await(String id, String state) throws InterruptedException {
        JsonNode now = city.get("clerk", "/api/warning/imports/" + id);
        for (int i = 0; i < 300 && !now.get("state").asString().equals(state); i++) {
            Thread.sleep(100);
            now = city.get("clerk", "/api/warning/imports/" + id);
        }
        assertThat(now.get("state").asString()).isEqualTo(state);
        return now;
    }

    private String upload() {
        StringBuilder file = new StringBuilder("预警编号,预警时间,姓名,手机号码,风险等级,居住地\r\n");
        String time = TIME.format(Instant.now().minusSeconds(600));
        for (String name : NAMES) {
            file.append(
                    "%s,%s,%s,%s,高危,%s\r\n".formatted(UUID.randomUUID(), time, name, WorkingCity.freshPhone(), STREET));
        }
        file.append("X,不知道,测试人,1,高危,%s\r\n".formatted(STREET));
        Browser clerk = city.as("clerk");
        return WorkingCity.read(
                        clerk.send(clerk.request("POST", "/api/warning/imports", null)
                                .setHeader("Content-Type", "application/octet-stream")
                                .header("X-File-Name", "batch.csv")
                                .header("X-Lianxin", "1")
                                .POST(BodyPublishers.ofString(file.toString()))
                                .build()),
                        202)
                .get("id")
                .asString();
    }

    private List<String> named(String name) {
        String q = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return WorkingCity.texts(
                city.get("clerk", "/api/warning/episodes?q=" + q).get("items"), "id");
    }

    @Test
    void aBatchIsTakenBackWithItsOrdersButWhatSomebodyBeganStays() throws Exception {
        String id = upload();
        JsonNode dry = await(id, "dry-run-done");
        assertThat(dry.get("accepted").asInt()).isEqualTo(4);
        assertThat(dry.get("rejected").asInt()).isEqualTo(1);
        assertThat(named(NAMES.getFirst())).isEmpty();
        city.as("clerk").post("/api/warning/imports/" + id + "/confirm", "{}");
        await(id, "done");
        String begun = named(NAMES.getFirst()).getFirst();
        String other = named(NAMES.getLast()).getFirst();
        String visit = city.orderOn(other, "visit");
        city.post("county", "/api/order/orders/" + city.orderOn(begun, "call") + "/sign", "{}");

        city.as("clerk").post("/api/warning/imports/" + id + "/undo", "{}");

        assertThat(await(id, "undone").get("rows").asInt()).isEqualTo(5);
        assertThat(named(NAMES.getFirst())).containsExactly(begun);
        assertThat(city.openOrders(begun)).contains("call", "visit");
        NAMES.subList(1, 4).forEach(name -> assertThat(named(name)).as(name).isEmpty());
        assertThat(order(visit).get("state").asString()).isEqualTo("withdrawn");
        assertThat(city.as("clerk")
                        .post("/api/warning/imports/" + id + "/undo", "{}")
                        .statusCode())
                .isEqualTo(409);
        await(upload(), "dry-run-done");
    }

    @Test
    void or04_anExtensionIsAskedForByTheHolderAndDecidedByWhoOrdered() {
        String id = city.warned("medium", false, STREET);
        city.outcome("clerk", id, "{\"kind\":\"refused\"}");
        String visit = city.orderOn(id, "visit");
        String path = "/api/order/orders/" + visit + "/";
        String until = Instant.now().plusSeconds(8 * 3600).toString();
        String asked = "{\"until\":\"%s\",\"reason\":\"当事人晚上回来\"}".formatted(until);
        assertThat(city.refused(409, "officer", path + "extension", asked)).isEqualTo("order.action-closed");
        city.post("officer", path + "sign", "{}");
        assertThat(city.refused(404, "colleague", path + "extension", asked)).isEqualTo("shared.missing");
        assertThat(city.refused(
                        422,
                        "officer",
                        path + "extension",
                        asked.replace(until, Instant.now().plusSeconds(60).toString())))
                .isEqualTo("order.extension-too-short");
        assertThat(city.post("officer", path + "extension", asked).get("state").asString())
                .isEqualTo("extension-asked");
        assertThat(city.refused(403, "county", path + "extension/decision", "{\"grant\":true,\"reason\":\"可以\"}"))
                .isEqualTo("order.not-yours");

        JsonNode granted = city.post("clerk", path + "extension/decision", "{\"grant\":true,\"reason\":\"可以\"}");

        assertThat(granted.get("state").asString()).isEqualTo("signed");
        assertThat(Instant.parse(granted.get("dueAt").asString()))
                .isAfter(Instant.now().plusSeconds(7 * 3600));
    }

    @Test
    void or09_or10_whatIsReturnedIsDecidedOnAndWhatIsHandedOnKeepsItsDeadline() {
        String id = city.warned("high", false, STREET);
        String visit = city.orderOn(id, "visit");
        String due = order(visit).get("dueAt").asString();
        city.post("officer", "/api/order/orders/" + visit + "/sign", "{}");
        String path = "/api/order/orders/" + visit + "/hand-over";
        String to = "{\"unitId\":\"%s\",\"reason\":\"人在邻所辖区\"}".formatted(city.unit("150581-mz"));

        assertThat(city.post("officer", path, to).get("state").asString()).isEqualTo("handed-over");

        String next = city.orderOn(id, "visit");
        assertThat(order(next).get("dueAt").asString().substring(0, 19)).isEqualTo(due.substring(0, 19));
        assertThat(city.post("neighbour", "/api/order/orders/" + next + "/return", "{\"reason\":\"查无此人\"}")
                        .get("state")
                        .asString())
                .isEqualTo("returned");
        assertThat(city.openOrders(id)).contains("decide", "call").doesNotContain("visit");
        assertThat(order(city.orderOn(id, "decide")).get("to").get("unitId").asString())
                .isEqualTo(city.unit("1505-fz"));
    }

    private JsonNode order(String id) {
        return city.get("clerk", "/api/order/orders/" + id);
    }
}

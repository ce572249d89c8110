package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city with people at their browsers: clerks of the city, of one county and of another, an officer, a chief, command. */
final class WorkingCity {

    static final String STREET = "内蒙古通辽市霍林郭勒市珠斯花街道";
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final Units units;
    private final Map<String, Browser> browsers = new HashMap<>();

    WorkingCity(int port, Staffing staffing, Units units) {
        this.address = "http://localhost:" + port;
        this.units = units;
        staffing.apply(Tongliao.roster());
        staffing.apply(new Roster(
                List.of(),
                List.of(
                        person("7001", "county", "150581", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW),
                        person("7002", "far", "150502", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW),
                        person("7003", "neighbour", "150581-mz", Role.VISITING_OFFICER, DataScope.OWN),
                        person("7004", "colleague", "150581-zs", Role.VISITING_OFFICER, DataScope.OWN),
                        person("7005", "second", "1505-fz", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW))));
    }

    private static NewStaff person(String number, String account, String unit, Role role, DataScope scope) {
        NewPost post = new NewPost(unit, "值班", Set.of(role), scope, List.of());
        return new NewStaff(number, "测试" + account, account, Tongliao.PASSWORD, null, List.of(post), List.of());
    }

    Browser as(String account) {
        return browsers.computeIfAbsent(account, who -> Browser.signedIn(address, who, Tongliao.PASSWORD));
    }

    String unit(String code) {
        return units.findByCode(code).orElseThrow().id().toString();
    }

    JsonNode get(String account, String path) {
        return read(as(account).get(path), 200);
    }

    JsonNode post(String account, String path, String body) {
        return read(as(account).post(path, body), 200);
    }

    /** The refusal's code. */
    String refused(int status, String account, String path, String body) {
        return read(as(account).post(path, body), status).get("code").asString();
    }

    static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** A new person is warned; the episode's id as the city's clerk finds it. */
    String warned(String level, boolean moneyMoving, String address) {
        return episodeOf(signal(freshPhone(), level, moneyMoving, address));
    }

    static String freshPhone() {
        return "1390475%04d".formatted(SERIAL.incrementAndGet());
    }

    /** The number of the episode that the signal became or joined. */
    String signal(String phone, String level, boolean moneyMoving, String address) {
        return signal(phone, level, moneyMoving, address, Instant.now());
    }

    String signal(String phone, String level, boolean moneyMoving, String address, Instant at) {
        String body = """
                {"sourceId":"%s","source":"省反诈中心","occurredAt":"%s","name":"包玉兰","phone":"%s","scamType":"冒充公检法",
                 "level":"%s","amountCents":30000000,"address":"%s","moneyMoving":%b,"fields":{"补充":"卡号 6222 0212 3456 7890，护照 E12345678，10 点前转 5 万"},"description":"通话 40 分钟"}""".formatted(UUID.randomUUID(), at, phone, level, address, moneyMoving);
        return read(as("clerk").post("/api/warning/signals", body), 201)
                .get("episodeNumber")
                .asString();
    }

    /** A warning of medium risk whose source gave another number too; the number of its episode. */
    String signalWith(String label, String otherPhone) {
        String body = """
                {"sourceId":"%s","source":"省反诈中心","occurredAt":"%s","name":"包玉兰","phone":"%s","scamType":"冒充公检法",
                 "level":"medium","address":"%s","moneyMoving":false,"fields":{"%s":"%s"}}""".formatted(UUID.randomUUID(), Instant.now(), freshPhone(), STREET, label, otherPhone);
        return read(as("clerk").post("/api/warning/signals", body), 201)
                .get("episodeNumber")
                .asString();
    }

    String episodeOf(String number) {
        JsonNode found = get("clerk", "/api/warning/episodes?q=" + number).get("items");
        assertThat(found).hasSize(1);
        return found.get(0).get("id").asString();
    }

    JsonNode episode(String account, String id) {
        return get(account, "/api/warning/episodes/" + id);
    }

    /** Kinds of the orders on an episode that are open. */
    List<String> openOrders(String id) {
        return ordersOn(id).stream()
                .filter(each -> isOpen(each.get("state").asString()))
                .map(each -> each.get("kind").asString())
                .toList();
    }

    List<JsonNode> ordersOn(String id) {
        return episode("clerk", id).get("orders").valueStream().toList();
    }

    String orderOn(String id, String kind) {
        return ordersOn(id).stream()
                .filter(each -> each.get("kind").asString().equals(kind)
                        && isOpen(each.get("state").asString()))
                .map(each -> each.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    static boolean isOpen(String state) {
        return Set.of("issued", "signed", "extension-asked").contains(state);
    }

    JsonNode outcome(String account, String id, String body) {
        return post(account, "/api/warning/episodes/" + id + "/outcomes", body);
    }

    static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(each -> each.get(field).asString()).toList();
    }
}

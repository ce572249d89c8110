package org.lianxin.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every page and every dialog, at desk and phone width, by day and by night: axe finds nothing, nothing runs off the side, no
 * error is logged, nothing offends the content policy; and what the service answered is what the pages' types say.
 */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {

    private static final String SHEET = """
            预警编号,预警时间,姓名,手机号码,诈骗类型,风险等级,涉案金额,居住地
            EP-1,%1$s,王秀英,13804751001,刷单返利,高危,3000,通辽市开鲁县
            EP-2,%1$s,李长生,13804751002,虚假贷款,中危,约八万,通辽市科尔沁区
            EP-3,不知道,赵玉梅,1380475,虚假贷款,中危,800,通辽市奈曼旗
            """;

    private static StoryCity city;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException {
        WatchedPage.forgetAnswers();
        city = StoryCity.open(40);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        city.close();
    }

    @Test
    @Order(1)
    void desk_nothingIsWrongOnAnyPage() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Page each : List.of(chromium.desk(), chromium.phone())) {
            WatchedPage page = new WatchedPage(each, city, wrong);
            askForAnExport(page);
            pagesByAccount().forEach((account, paths) -> {
                page.signIn(account);
                page.look(paths.stream()
                        .map(path -> "/desk/" + filled(page, path))
                        .toList());
            });
            each.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, List<String>> pagesByAccount() {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put(
                "clerk",
                List.of(
                        "warnings",
                        "warnings?view=centre",
                        "warnings?view=follow-up",
                        "warnings?view=exceptions",
                        "warnings/{/api/warning/episodes?view=centre}",
                        "imports",
                        "warnings/{/api/warning/episodes?view=centre}/awakening",
                        "awakening",
                        "awakening/{/api/warning/awakenings}",
                        "imports/{import}",
                        "routing",
                        "hotline",
                        "exports",
                        "orders",
                        "orders/{/api/order/inbox?unit=unit&state=open}",
                        "wallboard",
                        "figures",
                        "figures?rows=warnings",
                        "figures?view=works",
                        "rules",
                        "simulator",
                        "units",
                        "duty",
                        "help"));
        pages.put("rules", List.of("rules", "ladders", "scripts", "scripts?type=romance"));
        pages.put("admin", List.of("units", "duty", "clients", "account", "sessions"));
        pages.put("command", List.of("orders?view=issued-by", "warnings?view=centre"));
        pages.put("chief", List.of("wallboard"));
        pages.put("head", List.of("orders", "exports", "figures"));
        pages.put("privacy", List.of("audit", "holds"));
        return pages;
    }

    /** A path with the id of something to open in the place of its braces. */
    private static String filled(WatchedPage page, String path) {
        int brace = path.indexOf('{');
        if (brace < 0) {
            return path;
        }
        int end = path.indexOf('}');
        String list = path.substring(brace + 1, end);
        String id = list.equals("import") ? imported(page) : page.firstId(list);
        return path.substring(0, brace) + id + path.substring(end + 1);
    }

    /** So that the head of the centre has something to decide. */
    private static void askForAnExport(WatchedPage page) {
        page.signIn("clerk");
        RequestOptions asked = RequestOptions.create()
                .setHeader("X-Lianxin", "1")
                .setData(Map.of("view", "centre", "reason", "向市局报送本周预警"));
        int status = page.page()
                .request()
                .post(city.url("/api/warning/exports"), asked)
                .status();
        assertThat(status).isEqualTo(201);
    }

    private static String imported(WatchedPage page) {
        byte[] sheet = SHEET.formatted(Instant.now().toString()).getBytes(StandardCharsets.UTF_8);
        RequestOptions options = RequestOptions.create()
                .setHeader("X-Lianxin", "1")
                .setHeader("X-File-Name", "every-page.csv")
                .setHeader("Content-Type", "application/octet-stream")
                .setData(sheet);
        APIResponse answer = page.page().request().post(city.url("/api/warning/imports"), options);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.text().replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
    }

    @Test
    @Order(2)
    void desk_nothingIsWrongInAnyDialog() throws IOException {
        Map<String, List<String>> dialogs = new LinkedHashMap<>();
        dialogs.put("command orders", List.of("下达指令"));
        dialogs.put("command orders/{/api/order/inbox?unit=unit&state=open}", List.of("转交", "退回"));
        dialogs.put("clerk warnings?view=centre", List.of("导出"));
        dialogs.put("clerk warnings/{/api/warning/episodes?view=centre}", List.of("没人接"));
        dialogs.put("admin units", List.of("添加人员", "修改单位", "辖区", "新建下级", "导入名册", "海日汗"));
        dialogs.put("admin duty", List.of("安排值班"));
        dialogs.put("admin clients", List.of("新建令牌"));
        dialogs.put("rules ladders", List.of("改这把梯子"));
        List<String> wrong = new ArrayList<>();
        for (Page each : List.of(chromium.desk(), chromium.phone())) {
            WatchedPage page = new WatchedPage(each, city, wrong);
            dialogs.forEach((seat, names) -> {
                String[] parts = seat.split(" ", 2);
                page.signIn(parts[0]);
                for (String name : names) {
                    page.open("/desk/" + filled(page, parts[1]));
                    page.press(name);
                    page.look();
                }
            });
            page.open("/desk/ladders");
            each.keyboard().press("?");
            each.locator("dialog[open]").waitFor();
            page.look();
            each.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(3)
    void field_nothingIsWrongOnAnyPage() throws IOException {
        List<String> wrong = new ArrayList<>();
        WatchedPage page = new WatchedPage(chromium.phone(), city, wrong);
        page.look(List.of("/field"));
        page.signIn("officer");
        String order = anOrderFor(page);
        page.look(List.of("/field", "/field/orders/" + order, "/field/outbox", "/field/help"));
        assertThat(wrong).isEmpty();
    }

    /** The commander gives the officer's station something to do. */
    private static String anOrderFor(WatchedPage officer) {
        String unit = officer.page()
                .request()
                .get(city.url("/api/organisation/me"))
                .text()
                .replaceAll(".*\"unit\":\\{\"id\":\"([^\"]*)\".*", "$1");
        officer.signIn("command");
        RequestOptions order = RequestOptions.create()
                .setHeader("X-Lianxin", "1")
                .setData(Map.of(
                        "title",
                        "去看看老人到家没有",
                        "toUnitId",
                        unit,
                        "dueAt",
                        Instant.now().plusSeconds(3600).toString(),
                        "ladder",
                        "plain",
                        "urgency",
                        "HIGH"));
        APIResponse issued = officer.page().request().post(city.url("/api/order/orders"), order);
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        officer.signIn("officer");
        return issued.text().replaceAll("(?s)^\\{\"id\":\"([^\"]*)\".*", "$1");
    }

    @Test
    @Order(4)
    void public_nothingIsWrongOnAnyPage() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Page each : List.of(chromium.desk(), chromium.phone())) {
            WatchedPage page = new WatchedPage(each, city, wrong);
            page.look(List.of("/verify", "/verify?elder", "/desk/warnings", "/desk/setup"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(5)
    void everyAnswerIsWhatThePagesTypesSay() throws IOException, InterruptedException {
        Process check = new ProcessBuilder("node", "../web/scripts/check-answers.mjs", WatchedPage.ANSWERS.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    @Test
    @Order(6)
    void aPageThatRunsForeignScriptIsFound() throws IOException {
        List<String> wrong = new ArrayList<>();
        WatchedPage page = new WatchedPage(chromium.desk(), city, wrong);
        page.open("/verify");
        page.page().evaluate("""
                () => {
                  const planted = document.createElement('p');
                  try { planted.innerHTML = '<b>planted</b>'; } catch { /* refused, and reported */ }
                  const style = document.createElement('style');
                  style.textContent = 'body { color: red }';
                  document.head.append(style);
                }""");
        page.page().waitForTimeout(500);
        assertThat(wrong).anyMatch(each -> each.contains("require-trusted-types-for"));
        assertThat(wrong).anyMatch(each -> each.contains("style-src"));
    }
}

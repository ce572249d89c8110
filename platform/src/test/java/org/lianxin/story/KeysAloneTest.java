package org.lianxin.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A desk without a mouse: the command bar, the help, and an order from hand to hand and back. */
@Tag("story")
class KeysAloneTest {

    private static StoryCity city;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        city = StoryCity.open(10);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        city.close();
    }

    @Test
    void theCommandBarAndTheHelpLeadAnywhere() throws IOException {
        List<String> wrong = new ArrayList<>();
        WatchedPage watched = new WatchedPage(chromium.desk(), city, wrong);
        watched.signIn("clerk");
        watched.open("/desk/warnings");
        Page page = watched.page();
        Keyboard keys = page.keyboard();

        command(page, "bdwzl", "本单位指令");
        page.waitForURL("**/desk/orders*");
        keys.press("g");
        keys.press("w");
        page.waitForURL("**/desk/warnings*");
        command(page, "nmqfz", "奈曼旗反诈中心");
        page.waitForURL("**/desk/units/*");
        command(page, "yjps", "夜间配色");
        assertThat(page.locator("html")).hasAttribute("data-theme", "night");

        keys.press("/");
        keys.type("zzzzzz");
        assertThat(page.getByText(Pattern.compile("没有找到.*zzzzzz"))).isVisible();
        keys.press("Escape");
        assertThat(page.locator("#cmd-list")).isHidden();

        keys.press("?");
        Locator help = page.locator("dialog[open]");
        assertThat(help.getByText("命令栏；输拼音首字母")).isVisible();
        watched.look();
        keys.press("Escape");
        assertThat(help).hasCount(0);
        assertThat(wrong).isEmpty();
    }

    @Test
    void anOrderIsSignedProlongedHandedOverAndTakenBack() throws IOException {
        List<String> wrong = new ArrayList<>();
        WatchedPage watched = new WatchedPage(chromium.desk(), city, wrong);
        String order = anOrderForTheCentre(watched);
        watched.signIn("clerk");
        watched.open("/desk/orders?order=" + order);
        Page page = watched.page();
        Keyboard keys = page.keyboard();
        assertThat(page.locator("tr[aria-selected=true]")).containsText("核对今天的名单");

        keys.press("Enter");
        page.waitForURL("**/desk/orders/" + order);
        assertThat(page.locator("h1")).containsText("待签收");
        keys.press("s");
        assertThat(page.locator("h1")).containsText("已签收");
        assertThat(page.getByText(Pattern.compile("张晓雯 签收"))).isVisible();

        keys.press("y");
        assertThat(page.locator("dialog[open]")).containsText("延到什么时候");
        watched.look();
        keys.type("名单晚上才到");
        keys.press("Tab");
        keys.press("Enter");
        assertThat(page.getByText("申请延期，待批")).isVisible();

        onto(page, "转交");
        watched.look();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("转给哪个单位"))
                .focus();
        keys.type("奈曼旗反诈");
        assertThat(page.locator(".ant-select-item-option")).containsText(new String[] {"奈曼旗反诈中心"});
        keys.press("ArrowDown");
        assertThat(page.locator(".ant-select-item-option-active")).hasCount(1);
        keys.press("Enter");
        assertThat(page.locator(".ant-select-item-option-active")).isHidden();
        assertThat(page.locator("dialog[open]")).containsText("奈曼旗反诈中心");
        keys.press("Tab");
        keys.type("人在奈曼旗");
        keys.press("Tab");
        keys.press("Enter");
        assertThat(page.getByText(Pattern.compile("已转给奈曼旗反诈中心"))).isVisible();
        watched.look();

        onto(page, "撤回");
        page.waitForURL(url -> url.contains("/desk/orders/") && !url.contains(order));
        assertThat(page.locator("h1")).containsText("已签收");
        assertThat(wrong).isEmpty();
    }

    /** A button reached with Tab and pressed with Enter, as somebody without a mouse does. */
    private static void onto(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "$")))
                .focus();
        page.keyboard().press("Enter");
    }

    /** Looks before pressing Enter, as people do: what a part of the word found stands there for a moment. */
    private static void command(Page page, String typed, String found) {
        page.keyboard().press("/");
        page.keyboard().type(typed);
        assertThat(page.locator("#cmd-list [role=option][aria-selected=true]")).containsText(found);
        page.keyboard().press("Enter");
    }

    private static String anOrderForTheCentre(WatchedPage watched) {
        watched.signIn("command");
        Page page = watched.page();
        String unit = page.request()
                .get(city.url("/api/organisation/me"))
                .text()
                .replaceAll(".*\"unit\":\\{\"id\":\"([^\"]*)\".*", "$1");
        APIResponse issued = page.request()
                .post(
                        city.url("/api/order/orders"),
                        RequestOptions.create()
                                .setHeader("X-Lianxin", "1")
                                .setData(Map.of(
                                        "title",
                                        "核对今天的名单",
                                        "toUnitId",
                                        unit,
                                        "dueAt",
                                        Instant.now().plusSeconds(7200).toString(),
                                        "ladder",
                                        "plain",
                                        "urgency",
                                        "LIFE")));
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return issued.text().replaceAll("(?s)^\\{\"id\":\"([^\"]*)\".*", "$1");
    }
}

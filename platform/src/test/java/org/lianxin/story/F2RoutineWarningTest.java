package org.lianxin.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** F2: the centre's daily work. A warning is taken through by keyboard alone, and what is said is content that its keeper edits. */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class F2RoutineWarningTest {

    private static final int MOST_KEYS = 12;

    private static StoryCity city;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        city = StoryCity.open(30);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        city.close();
    }

    /** A keyboard that counts; nothing of this test touches a mouse on the clerk's page. */
    private static final class Keys {
        private final Page page;
        private int pressed;

        Keys(Page page) {
            this.page = page;
        }

        void press(String... keys) {
            for (String key : keys) {
                page.keyboard().press(key);
                pressed++;
            }
        }
    }

    @Test
    @Order(1)
    void f2_aRoutineWarningTakesTwelveKeysAtMostFromTheQueueToItsOutcome() throws IOException {
        List<String> wrong = new ArrayList<>();
        Page clerk = at(chromium.desk(), "clerk", "/desk/warnings?view=centre", wrong);
        assertThat(clerk.locator("table.queue, .tbl.queue").first()).isVisible();
        Keys keys = new Keys(clerk);
        long started = System.nanoTime();

        keys.press("Space");
        assertThat(button(clerk, "打开资料")).isVisible();
        String masked = clerk.locator("h1").innerText();
        assertThat(masked).contains("*");
        keys.press("Enter");
        assertThat(clerk.locator(".say-line")).containsText("通辽市反诈中心的张晓雯");
        assertThat(clerk.locator("h1").innerText()).isNotEqualTo(masked);
        keys.press("Enter");
        assertThat(clerk.locator(".caller-code")).isVisible();
        keys.press("3");
        assertThat(clerk.getByText("第 1 / 3 段")).isVisible();
        keys.press("Space", "7");
        String code = clerk.locator(".caller-code").innerText().strip();
        assertThat(clerk.locator(".say-line")).containsText(code);
        assertThat(clerk.locator(".say-line")).containsText("/verify");
        Chromium.picture(clerk, "f2-console");
        keys.press("1", "q");
        assertThat(button(clerk, "见到或劝住了")).hasAttribute("aria-pressed", "true");
        keys.press("Enter");
        assertThat(clerk.getByText("已记下：见到或劝住了")).isVisible();

        long seconds = (System.nanoTime() - started) / 1_000_000_000;
        System.out.println("F2: a routine warning took " + keys.pressed + " keystrokes of at most " + MOST_KEYS + ", "
                + seconds + " s by machine, 0 fields to fill");
        assertThat(clerk.locator(".attempts")).containsText("不相信 → 相信");
        assertThat(clerk.getByText("本次已按 " + (keys.pressed - 1) + " 键")).isVisible();
        assertThat(keys.pressed).isLessThanOrEqualTo(MOST_KEYS);
        Chromium.picture(clerk, "f2-console-recorded");
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(2)
    void f3_nobodyAnswersAndThePageSaysWhatComesNextByWhichRule() throws IOException {
        List<String> wrong = new ArrayList<>();
        Page clerk = at(chromium.desk(), "clerk", "/desk/warnings?view=centre", wrong);
        assertThat(clerk.locator(".tbl.queue").first()).isVisible();
        Keys keys = new Keys(clerk);
        keys.press("Space");
        assertThat(button(clerk, "打开资料")).isVisible();
        keys.press("Enter");
        assertThat(clerk.locator(".say-line")).isVisible();
        keys.press("Enter");
        assertThat(clerk.locator(".caller-code")).isVisible();

        keys.press("w");

        assertThat(clerk.locator(".attempt-next")).containsText("没人接，到时再拨。");
        assertThat(clerk.locator(".attempt-next")).containsText("CA-04");
        assertThat(clerk.locator(".attempts")).containsText("没人接");
        Chromium.picture(clerk, "f3-no-answer");
        keys.press("d");
        assertThat(button(clerk, "占线")).isVisible();
        keys.press("m");
        assertThat(clerk.locator(".attempt-next")).containsText("CA-03");
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(3)
    void whatIsSaidIsEditedInTheProductAndTheNextCallSaysIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        Page keeper = at(chromium.desk(), "rules", "/desk/scripts?type=other", wrong);
        button(keeper, "从这一版改").click();
        Locator text = keeper.getByLabel("话术正文（Markdown）");
        String was = text.inputValue();
        text.fill(was.replace("## 八问", "## 九问"));
        assertThat(keeper.getByText("缺少这一节：“## 八问”。")).isVisible();
        text.fill(was.replaceFirst("(?s)## 开场\n.*?\n\n", "## 开场\n您好，这里是{单位}。先别转账，听我说一句。\n\n"));
        assertThat(keeper.getByText("齐了，可以启用")).isVisible();
        Chromium.picture(keeper, "scripts-editor");
        button(keeper, "存成草稿").click();
        assertThat(keeper.getByText("已存成第 2 版草稿，还没有启用。")).isVisible();
        keeper.getByLabel("为什么启用").fill("开场再短一点");
        button(keeper, "启用这一版").click();
        assertThat(keeper.getByText("第 2 版已启用。")).isVisible();
        assertThat(keeper.getByText("开场再短一点").first()).isVisible();
        Chromium.picture(keeper, "scripts-live");
        assertThat(wrong).isEmpty();

        String spoken =
                keeper.request().get(city.url("/api/warning/scripts/other")).text();
        assertThat(spoken).contains("\"version\":2", "先别转账，听我说一句");
    }

    @Test
    @Order(4)
    void theOpenConsoleAndTheEditorAreCleanAtDeskAndPhoneWidthByDayAndByNight() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Page each : List.of(chromium.desk(), chromium.phone())) {
            WatchedPage page = new WatchedPage(each, city, wrong);
            page.signIn("clerk");
            page.open("/desk/warnings/" + page.firstId("/api/warning/episodes?view=centre"));
            each.keyboard().press("Enter");
            assertThat(each.locator(".say-line")).isVisible();
            each.keyboard().press("2");
            page.look();
            page.signIn("rules");
            page.open("/desk/scripts?type=order-brushing");
            button(each, "从这一版改").click();
            assertThat(each.getByText("齐了，可以启用")).isVisible();
            page.look();
        }
        assertThat(wrong).isEmpty();
    }

    private static Page at(Page page, String account, String path, List<String> wrong) throws IOException {
        WatchedPage watched = new WatchedPage(page, city, wrong);
        watched.signIn(account);
        watched.open(path);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("(^|[A-Z ])" + name)))
                .first();
    }
}

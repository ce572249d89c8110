package org.lianxin.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** F4: the awakening room. Two specialists, each signed in at a seat of their own, take one person through four steps by keyboard. */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class F4AwakeningRoomTest {

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
    @Order(1)
    void f4_twoSpecialistsTakeOnePersonThroughFourStepsAndNoneIsSkipped() throws IOException {
        List<String> wrong = new ArrayList<>();
        WatchedPage first = at(chromium.desk(), "clerk", "/desk/warnings?view=centre", wrong);
        String episode = first.firstId("/api/warning/episodes?view=centre");
        first.open("/desk/warnings/" + episode);
        assertThat(button(first.page(), "请到唤醒室")).isVisible();
        first.page().keyboard().press("a");
        assertThat(first.page().getByText("来这里是自愿的，随时可以走。")).isVisible();
        assertThat(button(first.page(), "已当面告知，开始")).isVisible();
        first.page().keyboard().press("Enter");
        first.page().waitForURL("**/desk/awakening/*");
        String session = first.page().url().replaceFirst(".*/", "");
        assertThat(first.page().getByText("等第二位专员")).isVisible();
        first.page().keyboard().press("2");
        assertThat(first.page().getByText("按“深信不疑”这一类走。")).isVisible();
        assertThat(button(first.page(), "听完了，去答题")).hasAttribute("aria-disabled", "true");
        assertThat(first.page().getByText("要有两位不同的专员在场，各自在自己的座位上确认。")).isVisible();

        WatchedPage second = at(chromium.desk(), "clerk2", "/desk/awakening/" + session, wrong);
        second.page().keyboard().press("i");
        assertThat(button(second.page(), "我离席")).isVisible();
        assertThat(button(first.page(), "听完了，去答题")).not().hasAttribute("aria-disabled", "true");
        assertThat(skipped(first.page(), session)).contains("warning.awakening-skipped", "第 1 步“安顿倾听”");
        second.page().keyboard().press("Enter");

        answerFive(first.page());
        readFour(second.page());
        agree(first.page());
        assertThat(second.page().getByText("四步都做完了")).isVisible();
        assertThat(second.page().locator(".record")).containsText("告诉一位家人");
        first.look();
        paper(first.page());

        first.open("/desk/warnings/" + episode);
        assertThat(first.page().getByText("唤醒四步做完，约定了回访")).isVisible();
        String story = first.page()
                .request()
                .get(city.url("/api/warning/episodes/" + episode))
                .text();
        assertThat(story).contains("\"kind\":\"follow-up\"");
        assertThat(wrong).isEmpty();
    }

    /** No right answer is on the page, nor in what the service sent, before the question is answered. */
    private static void answerFive(Page page) {
        for (int i = 1; i <= 5; i++) {
            assertThat(page.getByText("第 " + i + " / 5 题")).isVisible();
            assertThat(page.locator(".room-why")).hasCount(0);
            page.keyboard().press("1");
            assertThat(page.locator(".room-why")).isVisible();
            if (i == 1) {
                Chromium.picture(page, "f4-test");
            }
            page.keyboard().press("Enter");
        }
        assertThat(page.locator(".room-pages")).isVisible();
    }

    private static void readFour(Page page) {
        assertThat(page.locator(".room-card h2")).hasText("想对您说");
        Chromium.picture(page, "f4-handbook");
        for (String next : List.of("墙上的八问", "这个骗局怎么走", "一起核对")) {
            page.keyboard().press("Enter");
            assertThat(page.locator(".room-card h2")).hasText(next);
        }
        page.keyboard().press("Enter");
        assertThat(button(page, "看完了，去约定")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-card h2")).hasText("约定");
    }

    private static void agree(Page page) {
        assertThat(page.locator(".room-card h2")).hasText("约定");
        button(page, "告诉一位家人").click();
        page.keyboard().press("1");
        page.keyboard().press("8");
        assertThat(button(page, "7 天后")).hasAttribute("aria-pressed", "true");
        Chromium.picture(page, "f4-pledge");
        button(page, "约定好了，结束").click();
        assertThat(page.getByText("四步都做完了")).isVisible();
    }

    /** Ctrl+P prints one sheet: the record alone, dark on white whatever the theme of the seat. */
    private static void paper(Page page) {
        page.evaluate("document.documentElement.dataset.theme = 'night'; dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("html")).hasAttribute("data-theme", "day");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".record")).isVisible();
        assertThat(page.locator(".room-head")).isHidden();
        assertThat(page.locator(".record")).containsText(Pattern.compile("张晓雯[\\s\\S]*刘建华[\\s\\S]*自愿"));
        assertThat(page.locator(".record")).containsText(Pattern.compile("5 题答对 \\d 题"));
        Chromium.picture(page, "f4-record-on-paper");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("html")).hasAttribute("data-theme", "night");
    }

    private static String skipped(Page page, String session) {
        RequestOptions skip =
                RequestOptions.create().setHeader("X-Lianxin", "1").setData(Map.of("step", "reading"));
        return page.request()
                .post(city.url("/api/warning/awakenings/" + session + "/steps"), skip)
                .text();
    }

    @Test
    @Order(2)
    void thePersonMayGoAtAnyTimeAndTheRoomIsCleanOnAPhoneToo() throws IOException {
        List<String> wrong = new ArrayList<>();
        WatchedPage page = at(chromium.phone(), "clerk", "/desk/awakening", wrong);
        String episode = page.firstId("/api/warning/episodes?view=centre&state=open");
        page.open("/desk/warnings/" + episode + "/awakening");
        button(page.page(), "已当面告知，开始").click();
        assertThat(page.page().getByText("请坐，先喝口水")).isVisible();
        button(page.page(), "中止").click();
        assertThat(page.page().getByText("当事人随时可以走", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        page.look();
        page.page().keyboard().press("1");
        assertThat(page.page().getByText("这一场中止了")).isVisible();
        page.look();
        assertThat(page.page().locator(".record")).containsText("中止：当事人离开");
        assertThat(wrong).isEmpty();
    }

    private static WatchedPage at(Page page, String account, String path, List<String> wrong) throws IOException {
        WatchedPage watched = new WatchedPage(page, city, wrong);
        watched.signIn(account);
        watched.open(path);
        return watched;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("(^|[A-Z0-9 ])" + name)))
                .first();
    }
}

package org.lianxin.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.domain.Totp;
import org.lianxin.organisation.signin.Base32;

/** The very first start: nobody is there yet, and whoever holds the code from the terminal furnishes the house in a browser. */
@Tag("story")
class FirstAdministratorTest {

    private static final String PASSWORD = "a stone in the river";

    private static StoryCity house;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        house = StoryCity.unfurnished();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        house.close();
    }

    @Test
    void theCodeFromTheTerminalMakesTheFirstUnitAndItsAdministrator() throws IOException {
        String code = house.told("setup-code: ");
        List<String> wrong = new ArrayList<>();
        WatchedPage watched = new WatchedPage(chromium.desk(), house, wrong);
        watched.look(List.of("/desk/units", "/desk/setup"));
        Page page = watched.page();

        page.navigate(house.url("/desk"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("首次设置"))
                .click();
        press(page, "完成设置");
        assertThat(page.getByText("还没写").first()).isVisible();
        fillIn(page, code);
        press(page, "完成设置");
        assertThat(page.getByText("设置好了")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去登录"))
                .click();

        field(page, "账号").fill("baixue");
        field(page, "密码").fill(PASSWORD);
        press(page, "登录");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("我的账号")))
                .isVisible();
        page.navigate(house.url("/desk/units"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("我的账号")))
                .isVisible();
        setUpTheFactor(watched);

        page.navigate(house.url("/desk/units"));
        assertThat(page.getByText("白雪").first()).isVisible();
        page.navigate(house.url("/desk/setup"));
        assertThat(page.getByText("这个系统已经有管理员了")).isVisible();
        assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(0);
        assertThat(wrong).isEmpty();
    }

    private static void fillIn(Page page, String code) {
        field(page, "设置码").fill(code);
        field(page, "单位名称").fill("通辽市公安局");
        field(page, "单位编号").fill("1505");
        field(page, "您的工号").fill("0001");
        field(page, "您的姓名").fill("白雪");
        field(page, "您的账号").fill("baixue");
        field(page, "您的密码").fill(PASSWORD);
    }

    /** An authenticator app would read the picture; the letters under it say the same. */
    private static void setUpTheFactor(WatchedPage watched) {
        Page page = watched.page();
        press(page, "开始设置");
        Locator letters = page.locator(".account code");
        assertThat(letters).isVisible();
        watched.look();
        byte[] secret = Base32.bytes(letters.innerText().replaceAll("[^A-Z2-7]", ""));
        field(page, "动态码").fill(Totp.code(secret, Totp.step(Instant.now())));
        press(page, "核对并启用");
        assertThat(page.getByText("已开")).isVisible();
    }

    private static Locator field(Page page, String word) {
        return page.locator("input").and(page.getByLabel(Pattern.compile("^" + word)));
    }

    private static void press(Page page, String word) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + word)))
                .click();
    }
}

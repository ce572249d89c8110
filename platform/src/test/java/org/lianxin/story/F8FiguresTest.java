package org.lianxin.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.time.ZoneId;
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

/** F8, as far as warnings go: whether fewer people are cheated after they were warned, said by numbers that mean something. */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class F8FiguresTest {

    /** Long ago more people lost money, so many that the number is shown. */
    private static final String MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(9).toString();

    private static StoryCity city;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        city = StoryCity.open(8, 30_000);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        city.close();
    }

    @Test
    @Order(1)
    void f8_theHeadSeesTheNumberThatMattersFirstWithItsFormulaAndTheFrozenMonthBefore() throws IOException {
        List<String> wrong = new ArrayList<>();
        Page head = at("head", "/desk/figures", wrong);
        Locator first = head.locator(".figure-card.first");
        assertThat(first).containsText("预警后仍受损");
        assertThat(first).containsText("有受损金额的预警数 ÷ 预警数 × 1000");
        assertThat(first).containsText("IN-02");
        assertThat(head.getByText("本月未结束，数字仍在变化")).isVisible();
        assertThat(head.getByText("您看数字，不看个案。")).isVisible();
        assertThat(button(head, "预警后仍受损：各条预警")).hasCount(0);

        head.keyboard().press("[");

        assertThat(head.getByText(Pattern.compile("本月已于 .* 冻结"))).isVisible();
        head.getByLabel("月份").selectOption(MONTH);
        assertThat(head).hasURL(Pattern.compile("month=" + MONTH));
        assertThat(first.locator(".figure-now")).containsText(Pattern.compile("[0-9]+\\.[0-9]\\s*每千人"));
        assertThat(head.locator(".figure-units")).containsText("已隐去");
        Chromium.picture(head, "f8-figures");
        Download sheet = head.waitForDownload(() -> button(head, "导出表格").click());
        assertThat(sheet.suggestedFilename()).startsWith("反诈指标 通辽市反诈中心 ").endsWith(".xlsx");
        assertThat(Files.size(sheet.path())).isGreaterThan(3_000);

        button(head, "霍林郭勒市反诈中心").click();
        assertThat(head.locator(".figure-units .whole")).containsText("霍林郭勒市反诈中心");
        assertThat(head).hasURL(Pattern.compile("unit=.*month=|month=.*unit="));
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(2)
    void f8_commandGoesFromANumberToTheWarningsBehindItAndToOneOfThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        Page command = at("command", "/desk/figures?month=" + MONTH, wrong);
        assertThat(command.getByText(Pattern.compile("本月已于 .* 冻结"))).isVisible();
        String shown = command.locator(".figure-card.first .figure-now").innerText();
        int lost = Integer.parseInt(shown.replaceAll("(?s).*?([0-9]+) 条.*", "$1"));

        button(command, "预警后仍受损：各条预警").click();

        Locator rows = command.locator(".behind tbody tr");
        assertThat(rows).hasCount(Math.min(lost, 50));
        Chromium.picture(command, "f8-rows");
        rows.first().getByRole(AriaRole.LINK).click();
        assertThat(command).hasURL(Pattern.compile("/desk/warnings/[0-9a-f-]{36}"));
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(3)
    void in11_whereThereAreTooFewCallsThePageSaysSo() throws IOException {
        List<String> wrong = new ArrayList<>();
        Page county = at("county", "/desk/figures", wrong);
        assertThat(county.locator(".figure-card.first")).isVisible();
        county.keyboard().press("v");
        assertThat(county.getByText("按话术：相信")).isVisible();
        assertThat(county.getByText("数据不足").first()).isVisible();
        Chromium.picture(county, "f8-works");
        assertThat(wrong).isEmpty();
    }

    private static Page at(String account, String path, List<String> wrong) throws IOException {
        Page page = chromium.desk();
        WatchedPage watched = new WatchedPage(page, city, wrong);
        watched.signIn(account);
        watched.open(path);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}

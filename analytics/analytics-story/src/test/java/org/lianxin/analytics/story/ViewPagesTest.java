package org.lianxin.analytics.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.ImportSpec;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.imports.Importer;
import org.lianxin.analytics.imports.Progress;
import org.lianxin.analytics.local.LocalEngine;
import org.lianxin.analytics.local.chart.ViewServer;
import org.lianxin.analytics.testkit.GeneratedCase;

/** The pages of {@code evidence view} as an analyst sees them, at desk and phone width, by day and by night. */
class ViewPagesTest {
    private static final Path AXE = Path.of("..", "..", "web", "node_modules", "axe-core", "axe.min.js");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    private static final String FIND = """
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '));
            }""";
    private static final String RUNS_OFF =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @TempDir
    private static Path temp;

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static Browser browser;
    private static ViewServer server;

    @BeforeAll
    static void open() throws IOException {
        new GeneratedCase(20_000, 3_000, 4, 7).write(temp);
        var authority = new Authority("测试〔2026〕1号", "示例县公安局", FROM, UNTIL, LocalDate.of(2099, 1, 1));
        Path home = temp.resolve("case");
        Importer.run(
                new ImportSpec(
                        home,
                        authority,
                        List.of(temp.resolve("transfers.csv")),
                        List.of(temp.resolve("logins.csv")),
                        List.of(temp.resolve("accounts.csv")),
                        2,
                        1 << 26),
                Progress.SILENT);
        var seeds = Files.readAllLines(temp.resolve("victims.csv")).stream()
                .skip(1)
                .map(line -> new Seed(line.substring(0, line.indexOf(',')), Seed.WHOLE))
                .toList();
        var index = CaseIndex.open(home);
        OPEN.add(index);
        try (var engine = LocalEngine.open(home, Clock.systemUTC())) {
            var spec = new TraceSpec(
                    seeds, FROM, UNTIL, TraceRule.WINDOWED, Duration.ofHours(24), 10, 1000, Direction.FORWARD);
            server = ViewServer.start(index, engine.trace(spec), 0, () -> {});
            OPEN.addFirst(server);
        }
        startChromium();
    }

    private static void startChromium() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        OPEN.addFirst(playwright);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")));
        OPEN.addFirst(browser);
    }

    @AfterAll
    static void close() throws Exception {
        for (var one : OPEN) {
            one.close();
        }
    }

    @Test
    void nothingIsWrongOnAnyPageByDayAndByNightOnDeskAndPhone() throws IOException {
        String axe = Files.readString(AXE);
        Files.createDirectories(PICTURES);
        var wrong = new ArrayList<String>();
        for (int width : new int[] {1440, 390}) {
            var page = page(width, wrong);
            for (String theme : List.of("day", "night")) {
                for (var path : pages().entrySet()) {
                    String name = path.getKey() + "-" + width + "-" + theme;
                    page.navigate(address(path.getValue() + "theme=" + theme));
                    page.evaluate(axe);
                    ((List<?>) page.evaluate(FIND)).forEach(each -> wrong.add(name + " " + each));
                    if (!Integer.valueOf(0).equals(page.evaluate(RUNS_OFF))) {
                        wrong.add(name + " runs off the side by " + page.evaluate(RUNS_OFF) + " px");
                    }
                    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
                }
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> pages() {
        return Map.of(
                "chart", "/?",
                "chart-en", "/?lang=en&",
                "nothing-yet", "/?until=2020-01-01T00:00&",
                "rows", "/rows?from=V0-0&to=622800000000000&",
                "accounts", "/accounts?",
                "account", "/account?id=622800000000000&");
    }

    @Test
    void theKeyboardAloneGoesFromABandToItsRowsAndBack() {
        var page = page(1440, new ArrayList<>());
        page.navigate(address("/"));
        var band = page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^V0-0 → 622800000000000: ")))
                .first();
        // as somebody would who goes from link to link
        for (int step = 0; step < 400 && !(boolean) band.evaluate("link => link === document.activeElement"); step++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("V0-0 → 622800000000000：1 笔");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(Pattern.compile("transfers\\.csv:\\d+"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("返回图"))
                .press("Enter");
        assertThat(page.locator("h1")).containsText("资金流向图");
        page.context().close();
    }

    @Test
    void aClickOnABandShowsItsRowsAndLanguageAndThemeStay() {
        var page = page(1440, new ArrayList<>());
        page.navigate(address("/?lang=en&theme=night"));
        assertThat(page.getByText("shared by amount within the window, window 24 hours"))
                .isVisible();
        page.locator("a[aria-label^='V0-0'] path").first().click();
        assertThat(page.locator("h1")).containsText("1 transfers");
        assertThat(page.locator("html")).hasAttribute("data-theme", "night");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("中文")).click();
        assertThat(page.locator("h1")).containsText("1 笔");
        page.context().close();
    }

    private static Page page(int width, List<String> wrong) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width > 600 ? 900 : 844)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai"))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add(page.url() + " logs " + message.text() + " " + message.location());
            }
        });
        page.navigate(server.address().toString());
        return page;
    }

    private static String address(String path) {
        return server.address().resolve(path).toString();
    }
}

package org.lianxin.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page, at desk and phone width, by day and by night: axe finds nothing, nothing runs off the side, no error is logged. */
@Tag("story")
class EveryPageTest {

    private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");
    private static final String FIND = """
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '));
            }""";
    private static final String RUNS_OFF =
            "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)";

    private static StoryCity city;
    private static Chromium chromium;
    private static String axe;

    @BeforeAll
    static void open() throws IOException {
        axe = Files.readString(AXE);
        city = StoryCity.open(40);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        city.close();
    }

    @Test
    void desk_axeFindsNothingOnAnyPage() {
        Map<String, List<String>> byAccount = new LinkedHashMap<>();
        byAccount.put("clerk", List.of("warnings?view=centre", "imports", "routing", "orders", "wallboard", "help"));
        byAccount.put("rules", List.of("rules"));
        byAccount.put("admin", List.of("units", "sessions", "simulator"));
        byAccount.put("privacy", List.of("audit"));
        List<String> wrong = new ArrayList<>();
        for (Page page : List.of(chromium.desk(), chromium.phone())) {
            byAccount.forEach((account, pages) -> {
                page.context().clearCookies();
                signIn(page, "/desk/warnings", account);
                pages.forEach(each -> look(page, "/desk/" + each, wrong));
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void field_axeFindsNothingOnAnyPage() {
        List<String> wrong = new ArrayList<>();
        Page page = chromium.phone();
        look(page, "/field", wrong);
        signIn(page, "/field", "officer");
        List.of("/field", "/field/outbox", "/field/help").forEach(each -> look(page, each, wrong));
        assertThat(wrong).isEmpty();
    }

    @Test
    void public_axeFindsNothingOnAnyPage() {
        List<String> wrong = new ArrayList<>();
        for (Page page : List.of(chromium.desk(), chromium.phone())) {
            List.of("/verify", "/verify?elder", "/desk/warnings").forEach(each -> look(page, each, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void look(Page page, String path, List<String> wrong) {
        for (String theme : List.of("day", "night")) {
            page.navigate(city.url(path + (path.contains("?") ? "&" : "?") + "theme=" + theme));
            page.waitForLoadState(LoadState.LOAD);
            page.waitForTimeout(700);
            String name = path.replaceAll("[^a-z]+", "-") + "-" + page.viewportSize().width + "-" + theme;
            Chromium.picture(page, "page" + name);
            page.evaluate(axe);
            ((List<?>) page.evaluate(FIND)).forEach(each -> wrong.add(name + " " + each));
            if (!Integer.valueOf(0).equals(page.evaluate(RUNS_OFF))) {
                wrong.add(name + " runs off the side by " + page.evaluate(RUNS_OFF) + " px");
            }
        }
    }

    private static void signIn(Page page, String path, String account) {
        page.navigate(city.url(path));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("\\b" + account + "$")))
                .click();
        page.waitForURL("**" + path + "*");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("\\b" + account + "$")))
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }
}

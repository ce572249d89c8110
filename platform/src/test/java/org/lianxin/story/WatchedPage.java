package org.lianxin.story;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser page that notes whatever is wrong with what it shows, and keeps what the service answered. */
final class WatchedPage {

    static final Path ANSWERS = Path.of("target", "answers");

    private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String NOTE_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', (event) =>
              window.noteViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + (event.sample ?? '')));""";
    private static final String FIND = """
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '));
            }""";
    private static final String RUNS_OFF =
            "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)";

    private final Page page;
    private final StoryCity city;
    private final List<String> wrong;
    private final String axe;
    private String at = "";

    WatchedPage(Page page, StoryCity city, List<String> wrong) throws IOException {
        this.page = page;
        this.city = city;
        this.wrong = wrong;
        this.axe = Files.readString(AXE);
        page.exposeBinding("noteViolation", (source, said) -> {
            wrong.add(at + " violates the content policy: " + said[0]);
            return null;
        });
        page.addInitScript(NOTE_VIOLATIONS);
        page.onConsoleMessage(this::noteError);
        page.onPageError(error -> wrong.add(at + " threw " + error));
        page.onRequestFinished(this::keep);
    }

    /** Nobody signed in yet is told so with 401, which the browser logs; that is no error of the page. */
    private void noteError(ConsoleMessage message) {
        boolean signedOut = message.location().contains("/api/organisation/me");
        if (message.type().equals("error") && !signedOut) {
            wrong.add(at + " logs " + message.text() + " " + message.location());
        }
    }

    /** Only what has come in whole: to wait here for the rest of an answer that the page has left is to wait for ever. */
    private void keep(Request request) {
        boolean ours = request.url().startsWith(city.url("/api/"));
        Response response = ours && request.method().equals("GET") ? request.response() : null;
        if (response != null) {
            keep(response);
        }
    }

    private void keep(Response response) {
        String path = response.url().substring(city.url("").length()).replaceAll("\\?.*", "");
        String type = response.headers().getOrDefault("content-type", "");
        if (response.status() != 200 || !type.contains("json")) {
            return;
        }
        try {
            Files.createDirectories(ANSWERS);
            String name =
                    path.replaceAll("[^a-z]+", "-") + Math.abs(response.text().hashCode()) + ".json";
            Files.writeString(ANSWERS.resolve(name), "{\"path\":\"" + path + "\",\"body\":" + response.text() + "}");
        } catch (com.microsoft.playwright.PlaywrightException e) {
            // The page went on before the answer was read: the next visit keeps it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Page page() {
        return page;
    }

    /** What an earlier run kept is of another day. */
    static void forgetAnswers() throws IOException {
        if (Files.isDirectory(ANSWERS)) {
            try (Stream<Path> old = Files.list(ANSWERS)) {
                for (Path each : old.toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Leaves the page first: what it still asks for would be asked by nobody. */
    void signIn(String account) {
        page.navigate("about:blank");
        page.context().clearCookies();
        RequestOptions credentials = RequestOptions.create()
                .setHeader("X-Lianxin", "1")
                .setData(java.util.Map.of("account", account, "password", "lianxin-demo"));
        int status = page.request()
                .post(city.url("/api/organisation/sign-in"), credentials)
                .status();
        if (status != 200) {
            throw new IllegalStateException("sign-in of " + account + " was answered with " + status);
        }
    }

    /** The id of the first thing in a list that this person may see. */
    String firstId(String list) {
        String body = page.request().get(city.url(list)).text();
        Matcher found = ID.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("nothing to open in " + list + ": " + body);
        }
        return found.group(1);
    }

    void open(String path) {
        at = path.replaceAll("[0-9a-f-]{36}", "id") + " " + page.viewportSize().width;
        page.navigate(city.url(path));
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.LOAD);
        settle();
    }

    /** Presses what has this name, as a person would, and waits for what comes. */
    void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first()
                .click();
        page.locator("dialog[open]").waitFor(new Locator.WaitForOptions());
        at = at + " " + name;
        settle();
    }

    private void settle() {
        page.waitForFunction("() => document.querySelector('h1, h2') && !document.querySelector('.skeleton')");
        page.waitForTimeout(350);
    }

    /** By day and by night: axe finds nothing and nothing runs off the side. */
    void look() {
        page.evaluate(axe);
        for (String theme : List.of("day", "night")) {
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme);
            page.waitForTimeout(200);
            Chromium.picture(page, "page-" + at.replaceAll("[^a-z0-9\\u4e00-\\u9fff]+", "-") + "-" + theme);
            ((List<?>) page.evaluate(FIND)).forEach(each -> wrong.add(at + " " + theme + " " + each));
        }
        if (!Integer.valueOf(0).equals(page.evaluate(RUNS_OFF))) {
            wrong.add(at + " runs off the side by " + page.evaluate(RUNS_OFF) + " px");
        }
    }

    /** Opens and looks at each of these. */
    void look(List<String> paths) {
        for (String path : new ArrayList<>(paths)) {
            open(path);
            look();
        }
    }
}

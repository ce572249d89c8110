package org.lianxin.analytics.local.chart;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.imports.CaseIndex;

/** The pages: the chart, the rows of a band, the accounts of a layer, one account. No script: everything is a link or a form. */
final class Pages {
    private final CaseIndex index;
    private final TraceFinding trace;
    private final Tables tables;

    Pages(CaseIndex index, TraceFinding trace) {
        this.index = index;
        this.trace = trace;
        tables = new Tables(index, trace.edges());
    }

    Flows flows(Asked asked) {
        return Flows.of(trace, asked.view());
    }

    /** The page of an address; null if there is none. */
    @Nullable
    String page(Asked asked) {
        Map<String, BiFunction<Asked, Flows, String>> pages =
                Map.of("/", this::chart, "/rows", this::band, "/accounts", this::accounts, "/account", this::account);
        var page = pages.get(asked.path());
        return page == null ? null : page(asked, page.apply(asked, flows(asked)));
    }

    /** A page that says only what is wrong. */
    static String problem(Asked asked, String sentence) {
        return frame(asked, "<main><h1>%s</h1></main>".formatted(Html.escape(sentence)));
    }

    private static String frame(Asked asked, String body) {
        var words = asked.words();
        return """
            <!DOCTYPE html>
            <html lang="%s" data-theme="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><link rel="icon" type="image/svg+xml" href="/mark.svg"><link rel="stylesheet" href="/style.css"></head>
            <body>%s</body></html>
            """.formatted(
                        words.language().equals("zh") ? "zh-CN" : "en",
                        asked.isNight() ? "night" : "day",
                        Html.escape(words.say("page.title")),
                        body);
    }

    private String page(Asked asked, String main) {
        var words = asked.words();
        var authority = index.authority();
        var head = new StringBuilder("<header><p class=\"case\">" + Html.escape(words.say("page.case")) + "</p>");
        if (authority != null) {
            head.append(line(words.say(
                    "page.authority",
                    authority.number(),
                    authority.issuedBy(),
                    authority.expires().toString())));
        }
        String language = words.language().equals("zh") ? "en" : "zh";
        String theme = asked.isNight() ? "day" : "night";
        head.append(line(words.say("page.innocent")))
                .append("<nav>")
                .append(Html.link(asked.here("theme", theme), words.say("page." + theme)))
                .append(Html.link(asked.here("lang", language), words.say("page.other-language")))
                .append("</nav></header>");
        return frame(asked, head + "<main>" + main + "</main>");
    }

    private String chart(Asked asked, Flows flows) {
        var words = asked.words();
        String state = asked.state();
        String picture = flows.bands().isEmpty()
                ? line(words.say("page.none"))
                : "<p>%s <a class=\"skip\" href=\"#after\">%s</a></p><div class=\"chart\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">%s</div>"
                        .formatted(
                                Html.escape(words.say("page.hint")),
                                Html.escape(words.say("page.skip")),
                                Html.escape(words.say("page.title")),
                                Svg.forThePage(flows, words, state));
        return "<h1>" + Html.escape(words.say("chart.label")) + "</h1>" + method(words)
                + "<div class=\"tools\">" + drawn(asked) + search(asked) + "</div>" + picture
                + "<p id=\"after\">" + Html.link("/accounts?" + state.substring(1), words.say("page.accounts")) + " "
                + Html.link("/chart.svg?" + state.substring(1), words.say("page.svg")) + " "
                + Html.link("/chart.png?" + state.substring(1), words.say("page.png")) + "</p>";
    }

    private String method(Words words) {
        var sums = trace.conservation();
        var spec = trace.spec();
        String sum = words.say(
                "page.sum",
                Words.yuan(sums.inCents()),
                Words.yuan(sums.restingCents()),
                Words.yuan(sums.cashedOutCents()),
                Words.yuan(sums.atHubCents()),
                Words.yuan(sums.beyondHorizonCents()));
        return "<p class=\"sum\">" + Html.escape(sum) + "</p>"
                + line(words.say(
                        "page.method",
                        words.rule(spec.rule()),
                        words.duration(spec.window()),
                        spec.maxLayers(),
                        spec.hubLimit(),
                        trace.hubs().size(),
                        words.direction(spec.direction())));
    }

    private static String drawn(Asked asked) {
        var words = asked.words();
        return """
            <form action="/" method="get"><label>%s<input name="per-layer" type="number" min="1" max="200" value="%d"></label>
            <label>%s<input name="until" type="datetime-local" value="%s"></label>%s<button>%s</button></form>
            """.formatted(
                        Html.escape(words.say("page.per-layer")),
                        asked.view().perLayer(),
                        Html.escape(words.say("page.until")),
                        Html.escape(asked.get("until")),
                        hidden(asked, List.of("lang", "theme")),
                        Html.escape(words.say("page.show")));
    }

    private static String search(Asked asked) {
        var words = asked.words();
        return """
            <form action="/accounts" method="get"><label>%s<input name="q" type="search" value="%s"></label>%s<button>%s</button></form>
            """.formatted(
                        Html.escape(words.say("page.search")),
                        Html.escape(asked.get("q")),
                        hidden(asked, List.of("lang", "theme", "per-layer", "until")),
                        Html.escape(words.say("page.find")));
    }

    private static String hidden(Asked asked, List<String> names) {
        var out = new StringBuilder();
        names.forEach(name -> out.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(name, Html.escape(asked.kept().getOrDefault(name, "")))));
        return out.toString();
    }

    private String band(Asked asked, Flows flows) {
        var words = asked.words();
        String from = asked.get("from");
        String to = asked.get("to");
        var rows = flows.rows(from, to);
        long taint = rows.stream().mapToLong(FlowEdge::taintCents).sum();
        return title(words.say("rows.title", words.box(from), words.box(to), rows.size(), Words.yuan(taint)), asked)
                + tables.rows(rows, asked);
    }

    private String accounts(Asked asked, Flows flows) {
        var found = flows.accounts(asked.number("layer", -1), asked.get("q"));
        return title(asked.words().say("accounts.title", found.size()), asked) + "<div class=\"tools\">" + search(asked)
                + "</div>" + Tables.accounts(found, asked);
    }

    private String account(Asked asked, Flows flows) {
        var words = asked.words();
        String id = asked.get("id");
        var own = flows.accounts(-1, id).stream()
                .filter(flow -> flow.account().equals(id))
                .toList();
        int number = index.findAccount(id);
        var shared = number < 0
                ? List.<String>of()
                : index.identifiersOf(number).stream()
                        .map(index::identifier)
                        .sorted()
                        .toList();
        return title(words.say("account.title", id), asked)
                + Tables.figures(own, asked)
                + (shared.isEmpty() ? "" : line(words.say("account.shared") + ": " + String.join(", ", shared)))
                + "<h2>" + Html.escape(words.say("account.rows")) + "</h2>"
                + tables.rows(flows.rowsOf(id), asked);
    }

    private static String title(String text, Asked asked) {
        return "<h1>" + Html.escape(text) + "</h1><p>"
                + Html.link("/?" + asked.state().substring(1), asked.words().say("page.back")) + "</p>";
    }

    private static String line(String text) {
        return "<p>" + Html.escape(text) + "</p>";
    }
}

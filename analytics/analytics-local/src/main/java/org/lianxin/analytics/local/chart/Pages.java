package org.lianxin.analytics.local.chart;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.imports.CaseIndex;

/** The pages: the chart, the rows of a band, the accounts of a layer, one account. No script: everything is a link or a form. */
final class Pages {
    private static final int ROWS = 200;

    private final CaseIndex index;
    private final TraceFinding trace;
    private final Map<String, Integer> transfers;

    Pages(CaseIndex index, TraceFinding trace) {
        this.index = index;
        this.trace = trace;
        transfers = index.findTransfers(
                trace.edges().stream().map(FlowEdge::transactionId).toList());
    }

    Flows flows(Asked asked) {
        return Flows.of(trace, asked.view());
    }

    /** The page of a path; null if there is none. */
    @Nullable
    String page(String path, Asked asked) {
        return switch (path) {
            case "/" -> page(asked, chart(asked));
            case "/rows" -> page(asked, band(asked));
            case "/accounts" -> page(asked, accounts(asked));
            case "/account" -> page(asked, account(asked));
            default -> null;
        };
    }

    /** A page that says only what is wrong. */
    static String problem(Words words, String sentence) {
        return frame(words, "<main><p>%s</p></main>".formatted(Html.escape(sentence)));
    }

    private static String frame(Words words, String body) {
        return """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><link rel="stylesheet" href="/style.css"></head><body>%s</body></html>
            """.formatted(
                        words.language().equals("zh") ? "zh-CN" : "en", Html.escape(words.say("page.title")), body);
    }

    private String page(Asked asked, String main) {
        var words = asked.words();
        var authority = index.authority();
        String other = words.language().equals("zh") ? "en" : "zh";
        var head = new StringBuilder("<header><h1>" + text(words.say("page.case")) + "</h1>");
        if (authority != null) {
            head.append(line(words.say(
                    "page.authority",
                    authority.number(),
                    authority.issuedBy(),
                    authority.expires().toString())));
        }
        head.append(line(words.say("page.innocent")))
                .append(link("/?" + asked.state(other).substring(1), words.say("page.other-language")))
                .append("</header>");
        return frame(words, head + "<main>" + main + "</main>");
    }

    private String chart(Asked asked) {
        var words = asked.words();
        var flows = flows(asked);
        String state = asked.state();
        String picture = flows.bands().isEmpty()
                ? line(words.say("page.none"))
                : "<div class=\"chart\" tabindex=\"0\">" + Svg.forThePage(flows, words, state) + "</div>";
        return method(words)
                + """
                <form action="/" method="get"><label>%s <input name="per-layer" type="number" min="1" max="200" value="%d"></label>
                <label>%s <input name="until" type="datetime-local" value="%s"></label>
                <input type="hidden" name="lang" value="%s"><button>%s</button></form>
                """.formatted(
                                text(words.say("page.per-layer")),
                                asked.view().perLayer(),
                                text(words.say("page.until")),
                                text(asked.get("until")),
                                words.language(),
                                text(words.say("page.show")))
                + search(asked)
                + link("/chart.svg?" + state.substring(1), words.say("page.svg")) + " "
                + link("/chart.png?" + state.substring(1), words.say("page.png"))
                + picture;
    }

    private String method(Words words) {
        var sums = trace.conservation();
        var spec = trace.spec();
        return line(words.say(
                        "page.sum",
                        Words.yuan(sums.inCents()),
                        Words.yuan(sums.restingCents()),
                        Words.yuan(sums.cashedOutCents()),
                        Words.yuan(sums.atHubCents()),
                        Words.yuan(sums.beyondHorizonCents())))
                + line(words.say(
                        "page.method",
                        spec.rule().name(),
                        spec.window().toString(),
                        spec.maxLayers(),
                        spec.hubLimit(),
                        trace.hubs().size()));
    }

    private static String search(Asked asked) {
        var words = asked.words();
        return """
            <form action="/accounts" method="get"><label>%s <input name="q" value="%s"></label>
            <input type="hidden" name="per-layer" value="%d"><input type="hidden" name="until" value="%s">
            <input type="hidden" name="lang" value="%s"><button>%s</button></form>
            """.formatted(
                        text(words.say("page.search")),
                        text(asked.get("q")),
                        asked.view().perLayer(),
                        text(asked.get("until")),
                        words.language(),
                        text(words.say("page.find")));
    }

    private String band(Asked asked) {
        var words = asked.words();
        String from = asked.get("from");
        String to = asked.get("to");
        var rows = flows(asked).rows(from, to);
        long taint = rows.stream().mapToLong(FlowEdge::taintCents).sum();
        return "<h1>"
                + text(words.say("rows.title", words.box(from), words.box(to), rows.size(), Words.yuan(taint)))
                + "</h1>"
                + back(asked)
                + rows(rows, asked, "/rows?from=" + Svg.encode(from) + "&to=" + Svg.encode(to));
    }

    private static String back(Asked asked) {
        return "<p>" + link("/?" + asked.state().substring(1), asked.words().say("page.back")) + "</p>";
    }

    private String rows(List<FlowEdge> rows, Asked asked, String here) {
        var words = asked.words();
        int start = Math.clamp(asked.number("start", 0), 0, Math.max(0, rows.size() - 1));
        int end = Math.min(rows.size(), start + ROWS);
        var out = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><tr>");
        for (String head : List.of("time", "id", "from", "to", "amount", "taint", "layer", "origin")) {
            out.append("<th>").append(text(words.say("rows." + head))).append("</th>");
        }
        out.append("</tr>");
        for (var edge : rows.subList(start, end)) {
            Integer transfer = transfers.get(edge.transactionId());
            out.append("<tr>")
                    .append(cell(Words.time(edge.time())))
                    .append(cell(edge.transactionId()))
                    .append(cell(edge.from(), asked))
                    .append(edge.to().isEmpty() ? cell(words.say("chart.cash")) : cell(edge.to(), asked))
                    .append(figure(Words.yuan(edge.amountCents())))
                    .append(figure(Words.yuan(edge.taintCents())))
                    .append(figure(Integer.toString(edge.layer())))
                    .append(cell(transfer == null ? "" : index.origin(transfer)))
                    .append("</tr>");
        }
        out.append("</table></div>").append(line(words.say("rows.of", Math.min(start + 1, end), end, rows.size())));
        if (end < rows.size()) {
            out.append(link(here + "&start=" + end + asked.state(), words.say("rows.next")));
        }
        return out.toString();
    }

    private String accounts(Asked asked) {
        var words = asked.words();
        int layer = asked.number("layer", -1);
        var found = flows(asked).accounts(layer, asked.get("q"));
        int start = Math.clamp(asked.number("start", 0), 0, Math.max(0, found.size() - 1));
        int end = Math.min(found.size(), start + ROWS);
        var out = new StringBuilder("<h1>" + text(words.say("accounts.title", found.size())) + "</h1>" + back(asked)
                + search(asked) + "<div class=\"scroll\" tabindex=\"0\">");
        out.append(table(found.subList(start, end), asked))
                .append("</div>")
                .append(line(words.say("accounts.of", Math.min(start + 1, end), end, found.size())));
        if (end < found.size()) {
            String here = "/accounts?layer=" + layer + "&q=" + Svg.encode(asked.get("q")) + "&start=" + end;
            out.append(link(here + asked.state(), words.say("rows.next")));
        }
        return out.toString();
    }

    private static String table(List<AccountFlow> flows, Asked asked) {
        var words = asked.words();
        Map<String, Function<AccountFlow, Long>> sums = new java.util.LinkedHashMap<>();
        sums.put("received", AccountFlow::taintedReceivedCents);
        sums.put("passed", AccountFlow::taintedPassedOnCents);
        sums.put("resting", AccountFlow::taintedRestingCents);
        sums.put("cash", AccountFlow::cashedOutCents);
        sums.put("hub", AccountFlow::atHubCents);
        sums.put("beyond", AccountFlow::beyondHorizonCents);
        var out = new StringBuilder("<table><tr>");
        for (String head : List.of("accounts.rank", "accounts.account", "rows.layer", "accounts.first")) {
            out.append("<th>").append(text(words.say(head))).append("</th>");
        }
        sums.keySet()
                .forEach(head -> out.append("<th>")
                        .append(text(words.say("accounts." + head)))
                        .append("</th>"));
        out.append("</tr>");
        for (var flow : flows) {
            var first = flow.firstIn();
            out.append("<tr>")
                    .append(figure(Integer.toString(flow.rank())))
                    .append(cell(flow.account(), asked))
                    .append(figure(Integer.toString(flow.layer())))
                    .append(cell(first == null ? "" : Words.time(first)));
            sums.values().forEach(sum -> out.append(figure(Words.yuan(sum.apply(flow)))));
            out.append("</tr>");
        }
        return out.append("</table>").toString();
    }

    private String account(Asked asked) {
        var words = asked.words();
        String id = asked.get("id");
        var flows = flows(asked);
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
        return "<h1>" + text(words.say("account.title", id)) + "</h1>" + back(asked)
                + "<div class=\"scroll\" tabindex=\"0\">" + table(own, asked) + "</div>"
                + (shared.isEmpty() ? "" : line(words.say("account.shared") + ": " + String.join(", ", shared)))
                + "<h1>" + text(words.say("account.rows")) + "</h1>"
                + rows(flows.rowsOf(id), asked, "/account?id=" + Svg.encode(id));
    }

    private static String text(String text) {
        return Html.escape(text);
    }

    private static String line(String text) {
        return "<p>" + text(text) + "</p>";
    }

    private static String link(String target, String text) {
        return "<a href=\"%s\">%s</a>".formatted(Html.escape(target), Html.escape(text));
    }

    private static String cell(String text) {
        return "<td>" + text(text) + "</td>";
    }

    private static String cell(String account, Asked asked) {
        return "<td>" + link("/account?id=" + Svg.encode(account) + asked.state(), account) + "</td>";
    }

    private static String figure(String text) {
        return "<td class=\"n\">" + text(text) + "</td>";
    }
}

package org.lianxin.analytics.local.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.imports.CaseIndex;

/** Transfers and accounts as tables, a few hundred at a time, every transfer with its file and line. */
final class Tables {
    private static final int ROWS = 200;

    private final CaseIndex index;
    private final Map<String, Integer> transfers;

    Tables(CaseIndex index, List<FlowEdge> edges) {
        this.index = index;
        transfers =
                index.findTransfers(edges.stream().map(FlowEdge::transactionId).toList());
    }

    /** Transfers from where the address says on, with the way to those before and after. */
    String rows(List<FlowEdge> rows, Asked asked) {
        var words = asked.words();
        var out = new StringBuilder();
        head(List.of("time", "id", "from", "to", "#amount", "#taint", "#layer", "origin"), "rows.", words, out);
        int start = start(rows.size(), asked);
        for (var edge : rows.subList(start, end(rows.size(), start))) {
            Integer transfer = transfers.get(edge.transactionId());
            out.append("<tr>")
                    .append(cell(Words.time(edge.time())))
                    .append(cell(edge.transactionId()))
                    .append(edge.from().isEmpty() ? cell(words.say("chart.cash")) : account(edge.from(), asked))
                    .append(edge.to().isEmpty() ? cell(words.say("chart.cash")) : account(edge.to(), asked))
                    .append(figure(Words.yuan(edge.amountCents())))
                    .append(figure(Words.yuan(edge.taintCents())))
                    .append(figure(Integer.toString(edge.layer())))
                    .append(cell(transfer == null ? "" : index.origin(transfer)))
                    .append("</tr>");
        }
        return scroll(out, words.say("account.rows")) + pager("rows.of", rows.size(), asked);
    }

    /** Accounts in the same way. */
    static String accounts(List<AccountFlow> flows, Asked asked) {
        int start = start(flows.size(), asked);
        return figures(flows.subList(start, end(flows.size(), start)), asked)
                + pager("accounts.of", flows.size(), asked);
    }

    /** All that the trace says of these accounts. */
    static String figures(List<AccountFlow> flows, Asked asked) {
        var words = asked.words();
        Map<String, Function<AccountFlow, Long>> sums = new LinkedHashMap<>();
        sums.put("received", AccountFlow::taintedReceivedCents);
        sums.put("passed", AccountFlow::taintedPassedOnCents);
        sums.put("resting", AccountFlow::taintedRestingCents);
        sums.put("cash", AccountFlow::cashedOutCents);
        sums.put("hub", AccountFlow::atHubCents);
        sums.put("beyond", AccountFlow::beyondHorizonCents);
        var out = new StringBuilder();
        var heads = new ArrayList<>(List.of("#rank", "account", "#layer", "first"));
        sums.keySet().forEach(sum -> heads.add("#" + sum));
        head(heads, "accounts.", words, out);
        for (var flow : flows) {
            var first = flow.firstIn();
            out.append("<tr>")
                    .append(figure(Integer.toString(flow.rank())))
                    .append(account(flow.account(), asked))
                    .append(figure(Integer.toString(flow.layer())))
                    .append(cell(first == null ? "" : Words.time(first)));
            sums.values().forEach(sum -> out.append(figure(Words.yuan(sum.apply(flow)))));
            out.append("</tr>");
        }
        return scroll(out, words.say("accounts.table"));
    }

    /** Heads of figures begin with a sharp and stand at the right, as the figures do. */
    private static void head(List<String> heads, String prefix, Words words, StringBuilder out) {
        out.append("<table><thead><tr>");
        for (String head : heads) {
            boolean figure = head.startsWith("#");
            out.append(figure ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .append(Html.escape(words.say(prefix + head.substring(figure ? 1 : 0))))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>");
    }

    private static String scroll(StringBuilder table, String name) {
        return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">%s</tbody></table></div>"
                .formatted(Html.escape(name), table);
    }

    private static int start(int size, Asked asked) {
        return Math.clamp(asked.number("start", 0), 0, Math.max(0, size - 1));
    }

    private static int end(int size, int start) {
        return Math.min(size, start + ROWS);
    }

    private static String pager(String sentence, int size, Asked asked) {
        var words = asked.words();
        int start = start(size, asked);
        int end = end(size, start);
        var out = new StringBuilder("<p>" + Html.escape(words.say(sentence, Math.min(start + 1, end), end, size)));
        if (start > 0) {
            String before = Integer.toString(Math.max(0, start - ROWS));
            out.append(' ').append(Html.link(asked.here("start", before), words.say("rows.previous")));
        }
        if (end < size) {
            out.append(' ').append(Html.link(asked.here("start", Integer.toString(end)), words.say("rows.next")));
        }
        return out.append("</p>").toString();
    }

    private static String cell(String text) {
        return "<td>" + Html.escape(text) + "</td>";
    }

    private static String account(String account, Asked asked) {
        return "<td>" + Html.link("/account?id=" + Svg.encode(account) + asked.state(), account) + "</td>";
    }

    private static String figure(String text) {
        return "<td class=\"n\">" + Html.escape(text) + "</td>";
    }
}

package org.lianxin.analytics.local.book;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.local.chart.Words;

/** Writes the book: authority and sources, method and limits, contents, a page or more for each subject, an index. */
public final class LeadBook {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final Words WORDS = Words.of("zh");
    private static final int MOST_ROWS = 400;
    private static final int MOST_NAMES = 100;

    private final Leads leads;
    private final CaseIndex index;
    private final TraceFinding trace;
    private final LinkFinding links;
    private final List<PatternFinding> patterns;
    private final List<Subject> subjects;
    private final Map<String, FlowEdge> firstIn = new HashMap<>();

    /** A book of what was found in a case: the first so many subjects, since nobody reads a hundred thousand pages. */
    public LeadBook(Leads leads, int mostSubjects) {
        this.leads = leads;
        index = leads.index;
        trace = leads.trace;
        links = leads.links;
        patterns = leads.patterns;
        subjects = leads.subjects.subList(0, Math.min(mostSubjects, leads.subjects.size()));
        trace.edges().forEach(edge -> firstIn.putIfAbsent(edge.to(), edge));
    }

    /** Writes the book and returns how many pages it has. */
    public int write(Path file) throws IOException {
        // once to learn on which page each subject begins, once more with the contents in front
        int contents = contents(new int[subjects.size()]).done().size();
        var front = new Sheets();
        cover(front);
        method(front);
        var before = front.done();
        int[] begins = new int[subjects.size()];
        var body = new Sheets();
        int offset = before.size() + contents;
        for (int i = 0; i < subjects.size(); i++) {
            body.newPage();
            begins[i] = offset + body.page();
            subject(i, body);
        }
        var pages = new ArrayList<>(before);
        pages.addAll(contents(begins).done());
        pages.addAll(body.done());
        var marks = new ArrayList<>(List.of(new Pdf.Mark("封面与方法", 0), new Pdf.Mark("目录", before.size())));
        for (int i = 0; i < subjects.size(); i++) {
            marks.add(new Pdf.Mark((i + 1) + " " + subjects.get(i).name(), begins[i]));
        }
        marks.add(new Pdf.Mark("账户索引", pages.size()));
        pages.addAll(accounts(begins).done());
        new Pdf(pages, marks).write(file);
        return pages.size();
    }

    private void cover(Sheets out) {
        out.line("涉案资金线索册");
        out.line("");
        var authority = index.authority();
        if (authority != null) {
            out.line("法律文书 " + authority.number() + "  签发机关 " + authority.issuedBy());
            out.line("授权范围 " + TIME.format(authority.coversFrom()) + " 至 " + TIME.format(authority.coversUntil())
                    + "（不含）  有效期至 " + authority.expires());
        }
        out.line("");
        out.line("册中账户仅表示出现在资金流向之中，不表示账户持有人有违法行为；结论须由办案人员依法查证。");
        out.line("An account in this book is in the flow of money. That says nothing about guilt.");
        out.line("");
        var report = index.report();
        out.line("数据来源（行数 = 载入 + 重复 + 隔离）：%,d = %,d + %,d + %,d"
                .formatted(report.rows(), report.loaded(), report.duplicates(), report.quarantined()));
        for (var source : report.sources()) {
            out.line("%s  %s  %,d 行  SHA-256 %s"
                    .formatted(source.name(), source.kind(), source.rows(), source.sha256()));
        }
        new TreeMap<>(report.notes()).forEach((note, count) -> out.line("注意 %s：%,d".formatted(note, count)));
        out.line("");
    }

    private void method(Sheets out) {
        var spec = trace.spec();
        var sums = trace.conservation();
        out.line("方法与限度");
        out.line("资金追踪：%s，窗口 %s，最多 %d 层，支出超过 %d 笔的账户不再展开；起点交易 %d 笔。"
                .formatted(
                        WORDS.rule(spec.rule()),
                        WORDS.duration(spec.window()),
                        spec.maxLayers(),
                        spec.hubLimit(),
                        spec.seeds().size()));
        out.line("守恒：流入 %s = 留存 %s + 取现 %s + 枢纽账户 %s + 层数以外 %s（元）。"
                .formatted(
                        yuan(sums.inCents()),
                        yuan(sums.restingCents()),
                        yuan(sums.cashedOutCents()),
                        yuan(sums.atHubCents()),
                        yuan(sums.beyondHorizonCents())));
        out.line("未展开的枢纽账户：" + (trace.hubs().isEmpty() ? "无" : String.join("、", trace.hubs())));
        out.line("关联：共用标识的账户合并；超过 %d 个账户共用的标识不予采用（%d 个）。"
                .formatted(
                        links.spec().ignoreSharedByMoreThan(), links.ignored().size()));
        for (var finding : patterns) {
            var pattern = finding.spec();
            out.line("模式 %s：窗口 %s，至少 %d 个账户，单笔不低于 %s 元，占比不低于 %d‰；发现 %d 个，交易过多而未查看的账户 %d 个。"
                    .formatted(
                            PatternWords.of(pattern.kind()),
                            WORDS.duration(pattern.window()),
                            pattern.minAccounts(),
                            yuan(pattern.minCents()),
                            pattern.minShare(),
                            finding.matches().size(),
                            finding.hubs().size()));
        }
        out.line("对象 %,d 个，本册列出前 %,d 个：先按涉案流入，再按模式金额，从大到小；其余见工作簿。".formatted(leads.subjects.size(), subjects.size()));
        out.line("金额以分计算，最大余数法取整；同时刻的交易按流水号排序。校验和 " + trace.checksum());
        out.newPage();
    }

    private Sheets contents(int[] begins) {
        var out = new Sheets();
        out.line("目录");
        for (int i = 0; i < subjects.size(); i++) {
            out.line(
                    "%5d  %s  涉案流入 %s 元  第 %d 页"
                            .formatted(
                                    i + 1,
                                    subjects.get(i).name(),
                                    yuan(subjects.get(i).taintedReceived()),
                                    begins[i] + 1),
                    begins[i]);
        }
        return out;
    }

    private void subject(int number, Sheets out) {
        var subject = subjects.get(number);
        out.line("对象 %d  %s".formatted(number + 1, subject.name()));
        out.line("");
        out.line("账户：" + some(subject.accounts()));
        if (!subject.identifiers().isEmpty()) {
            out.line("共用：" + some(subject.identifiers()));
        }
        for (var flow : subject.flows()) {
            out.line("%s  第 %d 层  涉案流入 %s  转出 %s  留存 %s  取现 %s  枢纽 %s  层外 %s"
                    .formatted(
                            flow.account(),
                            flow.layer(),
                            yuan(flow.taintedReceivedCents()),
                            yuan(flow.taintedPassedOnCents()),
                            yuan(flow.taintedRestingCents()),
                            yuan(flow.cashedOutCents()),
                            yuan(flow.atHubCents()),
                            yuan(flow.beyondHorizonCents())));
        }
        for (var flow : subject.flows()) {
            path(flow.account(), out);
        }
        for (var pattern : subject.patterns()) {
            pattern(pattern, out);
        }
        calls(subject, out);
        if (!subject.edges().isEmpty()) {
            out.line("");
            out.line("涉案交易（时间 流水号 付款 收款 金额 其中涉案 来源行）");
            subject.edges().stream().limit(MOST_ROWS).forEach(edge -> out.line(row(edge)));
            if (subject.edges().size() > MOST_ROWS) {
                out.line("另有 %,d 笔，见 edges.csv".formatted(subject.edges().size() - MOST_ROWS));
            }
        }
    }

    private static String some(List<String> texts) {
        String shown = String.join("、", texts.subList(0, Math.min(MOST_NAMES, texts.size())));
        return texts.size() > MOST_NAMES ? shown + " 等 %,d 个".formatted(texts.size()) : shown;
    }

    /** The first way by which a victim's money came to the account. */
    private void path(String account, Sheets out) {
        var path = new ArrayList<FlowEdge>();
        var seen = new HashSet<String>();
        String at = account;
        while (firstIn.containsKey(at) && seen.add(at)) {
            var edge = java.util.Objects.requireNonNull(firstIn.get(at));
            path.addFirst(edge);
            at = edge.from();
        }
        if (!path.isEmpty()) {
            out.line("");
            out.line("受害人资金最先到达 " + account + " 的路径：");
            path.forEach(edge -> out.line("  " + row(edge)));
        }
    }

    private void pattern(Subject.Pattern pattern, Sheets out) {
        var match = pattern.match();
        out.line("");
        out.line("模式 %s：中心 %s  %s 至 %s  流入 %s  流出 %s  其他账户 %d 个  交易 %d 笔"
                .formatted(
                        PatternWords.of(pattern.kind()),
                        match.centre(),
                        TIME.format(match.from()),
                        TIME.format(match.to()),
                        yuan(match.inCents()),
                        yuan(match.outCents()),
                        match.accounts().size(),
                        match.transactionIds().size()));
        if (!match.identifiers().isEmpty()) {
            out.line("  账户：" + match.centre() + "、" + some(match.accounts()));
            out.line("  共用：" + some(match.identifiers()));
        }
        match.transactionIds().stream().limit(MOST_ROWS).forEach(id -> out.line("  " + id + "  " + leads.origin(id)));
    }

    private void calls(Subject subject, Sheets out) {
        var calls = leads.callsOf(subject);
        if (calls.isEmpty()) {
            return;
        }
        out.line("");
        out.line("通话（本方号码 对方号码 次数 首次 末次 来源行）");
        for (var call : calls.subList(0, Math.min(MOST_ROWS, calls.size()))) {
            out.line("%s  %s  %,d  %s  %s  %s"
                    .formatted(
                            call.own(),
                            call.other(),
                            call.count(),
                            time(Instant.ofEpochMilli(index.calls().time().get(call.first()))),
                            time(Instant.ofEpochMilli(index.calls().time().get(call.last()))),
                            index.originOfCall(call.first())));
        }
        if (calls.size() > MOST_ROWS) {
            out.line("另有 %,d 对号码".formatted(calls.size() - MOST_ROWS));
        }
    }

    private String row(FlowEdge edge) {
        return "%s  %s  %s → %s  %s  %s  %s"
                .formatted(
                        time(edge.time()),
                        edge.transactionId(),
                        edge.from(),
                        edge.to().isEmpty() ? "取现" : edge.to(),
                        yuan(edge.amountCents()),
                        yuan(edge.taintCents()),
                        leads.origin(edge.transactionId()));
    }

    private Sheets accounts(int[] begins) {
        var out = new Sheets();
        out.line("账户索引");
        record Entry(String account, int page) {}
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < subjects.size(); i++) {
            for (String account : shown(subjects.get(i))) {
                entries.add(new Entry(account, begins[i]));
            }
        }
        entries.sort(Comparator.comparing(Entry::account));
        entries.forEach(entry -> out.line(entry.account + "  第 " + (entry.page + 1) + " 页", entry.page));
        return out;
    }

    /** Those accounts of a subject that its pages name. */
    private static Set<String> shown(Subject subject) {
        var shown = new HashSet<>(subject.accounts()
                .subList(0, Math.min(MOST_NAMES, subject.accounts().size())));
        subject.flows().forEach(flow -> shown.add(flow.account()));
        subject.patterns().forEach(pattern -> shown.add(pattern.match().centre()));
        return shown;
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String yuan(long cents) {
        return "%,d.%02d".formatted(cents / 100, cents % 100);
    }
}

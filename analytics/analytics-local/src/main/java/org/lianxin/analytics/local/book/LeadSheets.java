package org.lianxin.analytics.local.book;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.local.chart.Words;

/** The lead book as a workbook, for those who sort and filter: nothing is left out here for want of pages. */
public final class LeadSheets {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Leads leads;

    /** Sheets of what was found in a case. */
    public LeadSheets(Leads leads) {
        this.leads = leads;
    }

    /** Writes the workbook. */
    public void write(Path file) throws IOException {
        try (var out = new Xlsx(file)) {
            method(out);
            subjects(out);
            accounts(out);
            shared(out);
            transfers(out);
            patterns(out);
            calls(out);
        }
    }

    private void method(Xlsx out) throws IOException {
        out.sheet("说明", "项目", "内容");
        var authority = leads.index.authority();
        if (authority != null) {
            out.row("法律文书", authority.number() + "  " + authority.issuedBy());
            out.row("授权范围", time(authority.coversFrom()) + " 至 " + time(authority.coversUntil()) + "（不含）");
            out.row("有效期至", authority.expires());
        }
        out.row("说明", "表中账户仅表示出现在资金流向之中，不表示账户持有人有违法行为；结论须由办案人员依法查证。");
        out.row("Note", "An account in this book is in the flow of money. That says nothing about guilt.");
        var spec = leads.trace.spec();
        var words = Words.of("zh");
        out.row("规则", words.rule(spec.rule()));
        out.row("窗口", words.duration(spec.window()));
        out.row("最多层数", spec.maxLayers());
        out.row("枢纽界限（笔）", spec.hubLimit());
        out.row("未展开的枢纽账户", String.join(" ", leads.trace.hubs()));
        var sums = leads.trace.conservation();
        out.row("流入", new Xlsx.Yuan(sums.inCents()));
        out.row("留存", new Xlsx.Yuan(sums.restingCents()));
        out.row("取现", new Xlsx.Yuan(sums.cashedOutCents()));
        out.row("枢纽账户", new Xlsx.Yuan(sums.atHubCents()));
        out.row("层数以外", new Xlsx.Yuan(sums.beyondHorizonCents()));
        out.row("校验和", leads.trace.checksum());
        for (var source : leads.index.report().sources()) {
            out.row("来源文件 " + source.name(), "%,d 行  SHA-256 %s".formatted(source.rows(), source.sha256()));
        }
        for (var note : new TreeMap<>(leads.index.report().notes()).entrySet()) {
            out.row("注意 " + note.getKey(), note.getValue());
        }
    }

    private void subjects(Xlsx out) throws IOException {
        out.sheet("对象", "对象", "名称", "账户数", "涉案流入（元）", "模式数", "涉案交易数");
        for (int i = 0; i < leads.subjects.size(); i++) {
            var subject = leads.subjects.get(i);
            out.row(
                    i + 1,
                    subject.name(),
                    subject.accounts().size(),
                    new Xlsx.Yuan(subject.taintedReceived()),
                    subject.patterns().size(),
                    subject.edges().size());
        }
    }

    private void accounts(Xlsx out) throws IOException {
        out.sheet("账户", "对象", "账户", "名次", "层", "涉案流入", "转出", "留存", "取现", "枢纽", "层外");
        for (int i = 0; i < leads.subjects.size(); i++) {
            for (var flow : leads.subjects.get(i).flows()) {
                out.row(
                        i + 1,
                        flow.account(),
                        flow.rank(),
                        flow.layer(),
                        new Xlsx.Yuan(flow.taintedReceivedCents()),
                        new Xlsx.Yuan(flow.taintedPassedOnCents()),
                        new Xlsx.Yuan(flow.taintedRestingCents()),
                        new Xlsx.Yuan(flow.cashedOutCents()),
                        new Xlsx.Yuan(flow.atHubCents()),
                        new Xlsx.Yuan(flow.beyondHorizonCents()));
            }
        }
    }

    private void shared(Xlsx out) throws IOException {
        out.sheet("关联", "对象", "账户", "共用标识");
        for (int i = 0; i < leads.subjects.size(); i++) {
            for (String account : leads.subjects.get(i).accounts()) {
                out.row(i + 1, account, "");
            }
            for (String identifier : leads.subjects.get(i).identifiers()) {
                out.row(i + 1, "", identifier);
            }
        }
    }

    private void transfers(Xlsx out) throws IOException {
        out.sheet("交易", "对象", "时间", "流水号", "付款账户", "收款账户", "金额", "其中涉案", "层", "来源行");
        for (int i = 0; i < leads.subjects.size(); i++) {
            for (var edge : leads.subjects.get(i).edges()) {
                out.row(
                        i + 1,
                        time(edge.time()),
                        edge.transactionId(),
                        edge.from(),
                        edge.to().isEmpty() ? "取现" : edge.to(),
                        new Xlsx.Yuan(edge.amountCents()),
                        new Xlsx.Yuan(edge.taintCents()),
                        edge.layer(),
                        leads.origin(edge.transactionId()));
            }
        }
    }

    /** Patterns, and on a sheet of their own, one a row, all that each rests on: a cell would not hold it. */
    private void patterns(Xlsx out) throws IOException {
        out.sheet("模式", "编号", "对象", "模式", "中心账户", "自", "至", "流入", "流出", "其他账户数", "交易数");
        int number = 0;
        for (int i = 0; i < leads.subjects.size(); i++) {
            for (var pattern : leads.subjects.get(i).patterns()) {
                var match = pattern.match();
                number++;
                out.row(
                        number,
                        i + 1,
                        PatternWords.of(pattern.kind()),
                        match.centre(),
                        time(match.from()),
                        time(match.to()),
                        new Xlsx.Yuan(match.inCents()),
                        new Xlsx.Yuan(match.outCents()),
                        match.accounts().size(),
                        match.transactionIds().size());
            }
        }
        out.sheet("模式依据", "编号", "种类", "内容", "来源行");
        number = 0;
        for (var subject : leads.subjects) {
            for (var pattern : subject.patterns()) {
                evidence(++number, pattern.match(), out);
            }
        }
    }

    private void evidence(int number, PatternMatch match, Xlsx out) throws IOException {
        for (String account : match.accounts()) {
            out.row(number, "账户", account, "");
        }
        for (String identifier : match.identifiers()) {
            out.row(number, "共用标识", identifier, "");
        }
        for (String id : match.transactionIds()) {
            out.row(number, "交易", id, leads.origin(id));
        }
    }

    private void calls(Xlsx out) throws IOException {
        out.sheet("通话", "对象", "本方号码", "对方号码", "次数", "首次", "末次", "首次来源行");
        for (int i = 0; i < leads.subjects.size(); i++) {
            for (var call : leads.callsOf(leads.subjects.get(i))) {
                out.row(
                        i + 1,
                        call.own(),
                        call.other(),
                        call.count(),
                        time(Instant.ofEpochMilli(leads.index.calls().time().get(call.first()))),
                        time(Instant.ofEpochMilli(leads.index.calls().time().get(call.last()))),
                        leads.index.originOfCall(call.first()));
            }
        }
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}

package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.callercode.CallerCodes;
import org.lianxin.warning.callercode.HotlineAnswer;
import org.lianxin.warning.callercode.HotlineAnswer.Spent;
import org.lianxin.warning.callercode.Verdict;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The hotline checks a caller for somebody who reads the code out (WA-36). Nothing is said of the person the code is about. */
@RestController
class HotlineController {

    private final ScopedTransactions transactions;
    private final CallerCodes codes;
    private final AuditLog audit;

    HotlineController(ScopedTransactions transactions, CallerCodes codes, AuditLog audit) {
        this.transactions = transactions;
        this.codes = codes;
        this.audit = audit;
    }

    record Question(@Nullable String code, @Nullable String lastFour) {
        @Override
        public String toString() {
            return "Question";
        }
    }

    /**
     * @param verdict genuine, used, expired, not-genuine or later
     * @param at when the code was used, or ended
     * @param usedBy page, message or hotline
     * @param say what to tell the citizen, line by line
     */
    record AnswerView(
            String verdict,
            @Nullable String unitName,
            @Nullable String staffNumberTail,
            @Nullable String purpose,
            @Nullable Instant at,
            @Nullable String usedBy,
            List<String> say) {}

    @PostMapping("/api/warning/code-checks")
    AnswerView check(Viewer viewer, @RequestBody Question question) {
        String code = question.code() == null ? "" : question.code();
        String lastFour = question.lastFour() == null ? "" : question.lastFour();
        return transactions.run(viewer, () -> {
            AnswerView answer = view(codes.verifyAtHotline(viewer, code, lastFour));
            audit.deed(new Deed("warning.code-checked", null, 1, answer.verdict(), null));
            return answer;
        });
    }

    private static AnswerView view(HotlineAnswer answer) {
        Spent spent = answer.spent();
        return switch (answer.verdict()) {
            case Verdict.Genuine genuine -> genuine(genuine);
            case Verdict.NotGenuine wrong ->
                spent == null
                        ? plain("not-genuine", null, null)
                        : plain(spent.usedBy() == null ? "expired" : "used", spent.at(), spent.usedBy());
            case Verdict.AskLater later -> plain("later", null, null);
        };
    }

    private static AnswerView genuine(Verdict.Genuine genuine) {
        String purpose = "warning.purpose." + genuine.purpose();
        return new AnswerView(
                "genuine",
                genuine.unitName(),
                genuine.staffNumberTail(),
                Words.say(purpose),
                genuine.at(),
                "hotline",
                say("genuine", genuine.unitName(), genuine.staffNumberTail()));
    }

    private static AnswerView plain(String verdict, @Nullable Instant at, @Nullable String usedBy) {
        return new AnswerView(verdict, null, null, null, at, usedBy, say(verdict));
    }

    /** The verdict's own words first, then what is true always. */
    private static List<String> say(String verdict, Object... arguments) {
        String what = "warning.hotline." + verdict;
        String next = "warning.hotline.next." + verdict;
        return List.of(Words.say(what, arguments), Words.say(next), Words.say("warning.hotline.always"));
    }
}

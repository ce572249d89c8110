package org.lianxin.warning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Words;
import org.lianxin.warning.callercode.CallerCodes;
import org.lianxin.warning.callercode.Verdict;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Citizens check a caller here. No sign-in, no personal data in or out. */
@RestController
class VerifyController {

    private final CallerCodes codes;

    VerifyController(CallerCodes codes) {
        this.codes = codes;
    }

    record Question(@Nullable String code, @Nullable String lastFour) {
        @Override
        public String toString() {
            return "Question";
        }
    }

    @PostMapping("/api/public/verify")
    Map<String, Object> verify(@RequestBody Question question, HttpServletRequest request) {
        String code = question.code() == null ? "" : question.code();
        String lastFour = question.lastFour() == null ? "" : question.lastFour();
        Map<String, Object> answer = new LinkedHashMap<>();
        switch (codes.verify(code, lastFour, request.getRemoteAddr())) {
            case Verdict.Genuine genuine -> {
                answer.put("genuine", true);
                answer.put("unitName", genuine.unitName());
                answer.put("staffNumberTail", genuine.staffNumberTail());
                answer.put("purpose", Words.say(purposeKey(genuine)));
                answer.put("at", genuine.at());
            }
            case Verdict.NotGenuine wrong -> {
                answer.put("genuine", false);
                answer.put("triesLeft", wrong.triesLeft());
            }
            case Verdict.AskLater later ->
                throw new Refused(
                        429,
                        "warning.verify-later",
                        Words.say("warning.refused.verify-later"),
                        Map.of("retryAfterSeconds", later.seconds()));
        }
        return answer;
    }

    private static String purposeKey(Verdict.Genuine genuine) {
        return "warning.purpose." + genuine.purpose();
    }
}

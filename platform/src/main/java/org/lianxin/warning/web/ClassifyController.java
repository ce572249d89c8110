package org.lianxin.warning.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.warning.classify.ScamClassifier;
import org.lianxin.warning.classify.ScamLabel;
import org.lianxin.warning.classify.Suggestion;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What scam a text looks like, for the clerk to decide. The text is judged and forgotten: it is neither stored nor logged, and
 * nothing that is stored changes by it.
 */
@RestController
class ClassifyController {

    static final int LONGEST = 20_000;

    /** Read from the jar when the first text comes, not at every start. */
    private static final class Loaded {
        static final ScamClassifier CLASSIFIER = ScamClassifier.load();
    }

    record Question(@Nullable String text) {
        @Override
        public String toString() {
            return "Question";
        }
    }

    @PostMapping("/api/warning/classify")
    Map<String, Object> classify(@RequestBody Question question) {
        String text = question.text();
        if (text == null || text.isBlank()) {
            throw Refused.of(400, "shared.invalid", "text");
        }
        if (text.length() > LONGEST) {
            throw Refused.of(422, "warning.text-too-long", LONGEST);
        }
        Suggestion suggestion = Loaded.CLASSIFIER.classify(text);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("suggestion", true);
        answer.put("type", suggestion.label().map(each -> each.type().code()).orElse(ScamLabel.NONE));
        suggestion
                .label()
                .ifPresent(each ->
                        answer.put("typeName", RuleWords.scam(each.type().code())));
        answer.put("confidence", Math.round(suggestion.confidence() * 100) / 100.0);
        answer.put("because", suggestion.because());
        return answer;
    }
}

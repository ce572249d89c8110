package org.lianxin.audit.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianxin.audit.SubjectNumbers;
import org.lianxin.shared.SubjectRef;
import org.springframework.stereotype.Component;

/** A subject as readers of the log write it: as the log shows it ({@code warning/…}), or by the number of the case. */
@Component
class Subjects {

    private static final Pattern SHOWN = Pattern.compile("([a-z]{2,40})/([0-9a-fA-F-]{36})");

    private final List<SubjectNumbers> numbers;

    Subjects(List<SubjectNumbers> numbers) {
        this.numbers = numbers;
    }

    Optional<SubjectRef> find(String text) {
        Matcher shown = SHOWN.matcher(text);
        if (shown.matches()) {
            try {
                return Optional.of(new SubjectRef(shown.group(1), UUID.fromString(shown.group(2))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return numbers.stream().flatMap(each -> each.find(text).stream()).findFirst();
    }
}

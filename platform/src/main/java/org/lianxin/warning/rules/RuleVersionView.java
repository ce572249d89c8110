package org.lianxin.warning.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of the triage rules.
 *
 * @param state draft, live or retired
 * @param since when it went live; null for a draft
 */
public record RuleVersionView(
        int version, String state, @Nullable Instant since, String by, List<Rule> rules) {

    /** @param question what the rule asks of a signal, in the reader's language */
    public record Rule(String id, String name, String question, Map<String, Integer> parameters) {}
}

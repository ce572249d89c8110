package org.lianxin.warning.domain;

/**
 * A rule that spoke, with what it gave and the fact it saw.
 *
 * @param rule for example {@code TR-01}
 * @param fact a word, a number or a duration; never personal data
 */
public record Fired(String rule, int weight, String fact) {}

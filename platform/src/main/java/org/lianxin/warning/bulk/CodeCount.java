package org.lianxin.warning.bulk;

/** How often a kind of reject occurs in a file. */
public record CodeCount(String code, int count) {}

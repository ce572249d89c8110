package org.lianxin.analytics.local.finbench;

/** The kinds of nodes of the benchmark, with the names of their files. */
enum Node {
    ACCOUNT,
    PERSON,
    COMPANY,
    LOAN,
    MEDIUM;

    String file() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

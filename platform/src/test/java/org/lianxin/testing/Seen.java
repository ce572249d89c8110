package org.lianxin.testing;

/** What must not be seen in an answer or a row. The digits alone would be found in every few ids by chance. */
public final class Seen {

    /** A number of the invented people, whole or masked. */
    public static final String PHONE = "139(\\*{4}|\\d{4})\\d{4}";

    private Seen() {}
}

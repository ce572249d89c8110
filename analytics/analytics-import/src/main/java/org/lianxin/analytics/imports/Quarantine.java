package org.lianxin.analytics.imports;

/** Rows that are not in the case, with their line, the reason and their own words. */
final class Quarantine {
    static final String HEADER = "file,line,reason,row\n";

    private Quarantine() {}

    /** A line of a stretch's list: like one of quarantine.csv, without the file. */
    static String entry(long line, Reason reason, String row) {
        return line + "," + reason.words() + "," + quoted(row.replace("\r", "").replace('\n', '⏎')) + "\n";
    }

    static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }
}

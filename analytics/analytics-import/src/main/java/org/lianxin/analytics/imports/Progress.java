package org.lianxin.analytics.imports;

/** Told how far an import is. Called by several threads. */
public interface Progress {
    /** Nobody wants to know. */
    Progress SILENT = (phase, done, total) -> {};

    /**
     * @param phase what is being done
     * @param done of total, in bytes or rows
     */
    void at(String phase, long done, long total);
}

package org.lianxin.analytics.imports;

import org.jspecify.annotations.Nullable;

/** Takes one row apart and gives it to the part, or says why not. */
interface RowParser {
    /** Null if the row was taken. */
    @Nullable
    Reason take(RowReader row);
}

package org.lianxin.warning.sample;

import java.time.Instant;
import java.util.List;
import org.lianxin.warning.domain.Columns;
import org.lianxin.warning.domain.Draft;
import org.lianxin.warning.domain.Field;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.domain.SignalCheck;

/** The same rows as checked signals. */
public final class SampleSignals {

    private SampleSignals() {}

    public static Signal next(SampleRows rows, Instant now) {
        List<String> cells = rows.next();
        Draft draft = new Draft();
        for (int i = 0; i < cells.size(); i++) {
            String header = SampleRows.HEADERS.get(i);
            Field field = Columns.fieldOf(header).orElse(null);
            if (field == null) {
                draft.keep(header, cells.get(i));
            } else {
                draft.put(field, cells.get(i));
            }
        }
        return switch (SignalCheck.check(draft, now, null)) {
            case SignalCheck.Verdict.Taken taken -> taken.signal();
            case SignalCheck.Verdict.Rejected rejected ->
                throw new IllegalStateException("a sample row is not valid: " + rejected.problems());
        };
    }
}

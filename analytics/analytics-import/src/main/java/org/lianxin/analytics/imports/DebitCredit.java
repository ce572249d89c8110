package org.lianxin.analytics.imports;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a mark says that money left the account. Each spelling is looked up once. */
final class DebitCredit {
    private static final Set<String> OUT =
            Set.of("出", "付", "借", "支出", "付款", "转出", "借方", "出账", "支", "d", "dr", "debit", "out", "-", "出款", "1借");
    private static final Set<String> IN =
            Set.of("进", "收", "贷", "收入", "收款", "转入", "贷方", "入账", "入", "c", "cr", "credit", "in", "+", "进账", "来账");

    private final Dictionary seen = new Dictionary();
    private @Nullable Boolean[] verdicts = new Boolean[16];

    /** Null if the mark is neither. */
    @Nullable
    Boolean isOut(Texts mark) {
        int before = seen.size();
        int id = seen.idOf(mark.bytes(), mark.start(), mark.end());
        if (id == verdicts.length) {
            verdicts = java.util.Arrays.copyOf(verdicts, id * 2);
        }
        if (id == before) {
            String word = TransferParser.lower(mark);
            verdicts[id] = OUT.contains(word) ? Boolean.TRUE : IN.contains(word) ? Boolean.FALSE : null;
        }
        return verdicts[id];
    }
}

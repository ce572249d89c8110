package org.lianxin.analytics.imports;

import java.util.Set;

/** Values that stand for nothing. Joining accounts over them would join strangers. */
final class Words {
    private static final Set<String> NOTHING = Set.of(
            "-",
            "--",
            "null",
            "none",
            "n/a",
            "na",
            "0",
            "0.0.0.0",
            "127.0.0.1",
            "00:00:00:00:00:00",
            "unknown",
            "无",
            "未知",
            "00-00-00-00-00-00",
            "\\n",
            "/");

    private Words() {}

    static boolean isNothing(Texts text) {
        int length = text.end() - text.start();
        return length <= 17 && NOTHING.contains(TransferParser.lower(text));
    }
}

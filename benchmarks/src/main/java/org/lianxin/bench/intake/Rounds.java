package org.lianxin.bench.intake;

import java.io.PrintStream;
import java.util.Locale;
import org.lianxin.bench.Table;

/** The rounds of one side or of both, as a table. */
final class Rounds {

    static final String[] HEADERS = {
        "round",
        "side",
        "signals/s",
        "p50 ms",
        "p99 ms",
        "max ms",
        "acknowledged",
        "not",
        "cpu service s",
        "cpu postgres s",
        "cpu generator s",
        "signals per core second",
        "log KiB per signal"
    };

    private final Table table;

    Rounds(Table table) {
        this.table = table;
    }

    void add(String name, Side side, Round round) {
        var load = round.load();
        table.row(
                name,
                side.name(),
                number(load.perSecond()),
                number(load.millisAt(50)),
                number(load.millisAt(99)),
                number(load.maxMillis()),
                Long.toString(load.good()),
                Long.toString(load.answered() - load.good() + load.broken()),
                number(round.service()),
                number(round.database()),
                number(round.generator()),
                number(round.perCoreSecond()),
                number(round.logKibibytesPerSignal()));
    }

    void print(PrintStream out) {
        table.print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

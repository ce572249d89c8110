package org.lianxin.bench.intake;

import org.lianxin.bench.load.LoadResult;

/**
 * One load with the processor seconds it cost.
 *
 * @param service used by the service alone
 * @param database used by PostgreSQL with all its children
 * @param generator used by this program
 * @param logBytes written to the database's log
 */
record Round(LoadResult load, double service, double database, double generator, long logBytes) {

    /** Signals for one second of one core spent by service and database together. */
    double perCoreSecond() {
        return load.good() / (service + database);
    }

    double logKibibytesPerSignal() {
        return logBytes / 1024.0 / load.good();
    }
}

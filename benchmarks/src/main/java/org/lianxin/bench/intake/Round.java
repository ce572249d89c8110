package org.lianxin.bench.intake;

import org.lianxin.bench.load.LoadResult;

/**
 * One load with the processor seconds it cost.
 *
 * @param service used by the service alone
 * @param database used by PostgreSQL with all its children
 * @param generator used by this program
 */
record Round(LoadResult load, double service, double database, double generator) {

    /** Signals for one second of one core spent by service and database together. */
    double perCoreSecond() {
        return load.good() / (service + database);
    }
}

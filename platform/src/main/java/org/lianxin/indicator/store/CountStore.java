package org.lianxin.indicator.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.indicator.domain.Counts;

/** Counts by month and unit, each unit alone: as they are, and as they were frozen. Call inside a transaction of a job. */
public interface CountStore {

    /** Today by the database clock, in Asia/Shanghai. */
    LocalDate today();

    Optional<LocalDate> firstDay();

    /** @param to the last month, included */
    Map<YearMonth, Map<UUID, Counts>> months(YearMonth from, YearMonth to);

    Map<YearMonth, Map<UUID, Counts>> frozenMonths(YearMonth from, YearMonth to);

    /** When each month was frozen. */
    Map<YearMonth, Instant> frozenAt();

    /** Keeps the counts of a month as they are; once, for good. */
    void freeze(YearMonth month);

    List<OfSource> sources(YearMonth month);

    record OfSource(String source, UUID unitId, long warnings, long falseAlarms) {}
}

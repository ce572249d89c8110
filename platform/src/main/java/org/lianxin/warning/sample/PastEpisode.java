package org.lianxin.warning.sample;

import org.jspecify.annotations.Nullable;

/** One closed episode as a row; times in microseconds since 1970. Names are the column names of the insert. */
record PastEpisode(
        String id,
        String signal,
        String number,
        String unit,
        String path,
        String centre,
        String place_code,
        String place_name,
        int level,
        String scam,
        @Nullable Long amount,
        boolean moving,
        int stated,
        int rank,
        String why,
        String name,
        String phone,
        String gender,
        int decade,
        String source,
        long occurred,
        long received,
        @Nullable Long reached,
        @Nullable Long seen,
        long closed,
        String outcome,
        long saved,
        long lost) {}

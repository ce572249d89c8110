package org.lianxin.analytics.api;

import java.nio.file.Path;
import java.util.List;

/**
 * What to load into a case.
 *
 * @param caseFolder made if missing; evidence is added to it if it is there
 * @param memoryBytes how much the import may hold in memory for rows, roughly
 */
public record ImportSpec(
        Path caseFolder,
        Authority authority,
        List<Path> transfers,
        List<Path> logins,
        List<Path> accounts,
        List<Path> calls,
        int threads,
        long memoryBytes) {
    public ImportSpec {
        transfers = List.copyOf(transfers);
        logins = List.copyOf(logins);
        accounts = List.copyOf(accounts);
        calls = List.copyOf(calls);
    }

    /** Without call records. */
    public ImportSpec(
            Path caseFolder,
            Authority authority,
            List<Path> transfers,
            List<Path> logins,
            List<Path> accounts,
            int threads,
            long memoryBytes) {
        this(caseFolder, authority, transfers, logins, accounts, List.of(), threads, memoryBytes);
    }
}

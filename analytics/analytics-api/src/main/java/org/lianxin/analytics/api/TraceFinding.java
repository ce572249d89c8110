package org.lianxin.analytics.api;

import java.util.List;

/**
 * Where the money went. Accounts by rank, edges by time and transaction id: the same case and the same question give the
 * same bytes.
 *
 * @param hubs accounts that were reached and not followed
 * @param checksum SHA-256 over accounts and edges
 */
public record TraceFinding(
        TraceSpec spec,
        List<AccountFlow> accounts,
        List<FlowEdge> edges,
        List<String> hubs,
        Conservation conservation,
        String checksum) {
    public TraceFinding {
        accounts = List.copyOf(accounts);
        edges = List.copyOf(edges);
        hubs = List.copyOf(hubs);
    }
}

package org.lianxin.analytics.local;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.core.TransferTable;
import org.lianxin.analytics.imports.CaseView;
import org.lianxin.analytics.testkit.Evidence;

/** A small case on arrays, without files. Accounts are numbered backwards, so that no test leans on their order. */
record MemoryCase(
        List<Evidence.Transfer> rows,
        List<String> names,
        List<String> shared,
        TransferTable transfers,
        Adjacency outgoing,
        Adjacency incoming,
        LongColumn pairs,
        LongColumn pairFirst,
        LongColumn opened)
        implements CaseView {

    static MemoryCase of(Evidence evidence) {
        var rows = evidence.transfers();
        var all = new TreeSet<String>();
        rows.forEach(row -> all.addAll(List.of(row.from(), row.to())));
        evidence.shared().forEach(one -> all.add(one.account()));
        all.addAll(evidence.opened().keySet());
        all.remove("");
        var names = List.copyOf(all.reversed());
        var shared = evidence.shared().stream()
                .map(Evidence.Shared::identifier)
                .distinct()
                .sorted()
                .toList();
        var from = IntColumn.of(
                rows.stream().mapToInt(row -> names.indexOf(row.from())).toArray());
        var to = IntColumn.of(
                rows.stream().mapToInt(row -> names.indexOf(row.to())).toArray());
        var table = new TransferTable(
                names.size(),
                LongColumn.of(rows.stream()
                        .mapToLong(row -> row.time().toEpochMilli())
                        .toArray()),
                from,
                to,
                LongColumn.of(rows.stream().mapToLong(Evidence.Transfer::cents).toArray()));
        var pairs = new TreeMap<Long, Long>();
        evidence.shared()
                .forEach(one -> pairs.put(
                        (long) names.indexOf(one.account()) << 32 | shared.indexOf(one.identifier()),
                        millis(one.since())));
        return new MemoryCase(
                rows,
                names,
                shared,
                table,
                Adjacency.of(from, names.size()),
                Adjacency.of(to, names.size()),
                column(pairs.keySet()),
                column(pairs.values()),
                column(names.stream()
                        .map(name -> millis(evidence.opened().get(name)))
                        .toList()));
    }

    private static LongColumn column(Collection<Long> values) {
        return LongColumn.of(values.stream().mapToLong(Long::longValue).toArray());
    }

    private static long millis(@Nullable Instant moment) {
        return moment == null ? Long.MAX_VALUE : moment.toEpochMilli();
    }

    @Override
    public @Nullable LongColumn opening() {
        return null;
    }

    @Override
    public String account(int number) {
        return names.get(number);
    }

    @Override
    public int findAccount(String account) {
        return names.indexOf(account);
    }

    @Override
    public int identifiers() {
        return shared.size();
    }

    @Override
    public String identifier(int number) {
        return shared.get(number);
    }

    @Override
    public String transactionId(int transfer) {
        return rows.get(transfer).id();
    }

    @Override
    public Map<String, Integer> findTransfers(Collection<String> ids) {
        var found = new HashMap<String, Integer>();
        Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                .filter(i -> ids.contains(rows.get(i).id()))
                .forEach(i -> found.put(rows.get(i).id(), i));
        return found;
    }
}

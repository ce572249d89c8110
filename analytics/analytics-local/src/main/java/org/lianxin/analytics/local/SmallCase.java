package org.lianxin.analytics.local;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.core.TransferTable;
import org.lianxin.analytics.imports.CaseView;

/** A case on arrays, without files: what an engine for larger cases hands to the kernels. No opening balances. */
public final class SmallCase implements CaseView {
    /** Where nothing says when. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    private final List<Transfer> rows;
    private final List<String> names;
    private final List<String> identifiers;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final TransferTable transfers;
    private final Adjacency outgoing;
    private final Adjacency incoming;
    private final LongColumn pairs;
    private final LongColumn pairFirst;
    private final LongColumn opened;

    /** Money from one account to another; an empty account is cash. */
    public record Transfer(String id, String payer, String payee, long millis, long cents) {}

    /** An account has an identifier, {@code kind:value}, for all we know since a moment. */
    public record Shared(String account, String identifier, long sinceMillis) {}

    /** @param opened when accounts were opened, as far as known */
    public SmallCase(Collection<Transfer> transfers, Collection<Shared> shared, Map<String, Long> opened) {
        rows = transfers.stream()
                .sorted(Comparator.comparingLong(Transfer::millis).thenComparing(Transfer::id))
                .toList();
        names = List.copyOf(accounts(shared, opened.keySet()));
        names.forEach(name -> numbers.put(name, numbers.size()));
        identifiers =
                shared.stream().map(Shared::identifier).distinct().sorted().toList();
        var from = ends(Transfer::payer);
        var to = ends(Transfer::payee);
        this.transfers = new TransferTable(
                names.size(),
                LongColumn.of(rows.stream().mapToLong(Transfer::millis).toArray()),
                from,
                to,
                LongColumn.of(rows.stream().mapToLong(Transfer::cents).toArray()));
        outgoing = Adjacency.of(from, names.size());
        incoming = Adjacency.of(to, names.size());
        var since = since(shared);
        pairs = column(since.keySet());
        pairFirst = column(since.values());
        this.opened = column(
                names.stream().map(name -> opened.getOrDefault(name, UNKNOWN)).toList());
    }

    /** Backwards, so that no kernel leans on their order. */
    private Set<String> accounts(Collection<Shared> shared, Set<String> opened) {
        var all = new HashSet<>(opened);
        rows.forEach(row -> all.addAll(List.of(row.payer(), row.payee())));
        shared.forEach(one -> all.add(one.account()));
        all.remove("");
        return new TreeSet<>(all).reversed();
    }

    private IntColumn ends(Function<Transfer, String> end) {
        return IntColumn.of(rows.stream()
                .mapToInt(row -> numbers.getOrDefault(end.apply(row), TransferTable.OUTSIDE))
                .toArray());
    }

    private Map<Long, Long> since(Collection<Shared> shared) {
        var places = new HashMap<String, Integer>();
        identifiers.forEach(identifier -> places.put(identifier, places.size()));
        var since = new TreeMap<Long, Long>();
        for (var one : shared) {
            long account = Objects.requireNonNull(numbers.get(one.account()));
            long identifier = Objects.requireNonNull(places.get(one.identifier()));
            since.merge(account << 32 | identifier, one.sinceMillis(), Math::min);
        }
        return since;
    }

    private static LongColumn column(Collection<Long> values) {
        return LongColumn.of(values.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public TransferTable transfers() {
        return transfers;
    }

    @Override
    public Adjacency outgoing() {
        return outgoing;
    }

    @Override
    public Adjacency incoming() {
        return incoming;
    }

    @Override
    public LongColumn pairs() {
        return pairs;
    }

    @Override
    public LongColumn pairFirst() {
        return pairFirst;
    }

    @Override
    public LongColumn opened() {
        return opened;
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
        return numbers.getOrDefault(account, -1);
    }

    @Override
    public int identifiers() {
        return identifiers.size();
    }

    @Override
    public String identifier(int number) {
        return identifiers.get(number);
    }

    @Override
    public String transactionId(int transfer) {
        return rows.get(transfer).id();
    }

    @Override
    public Map<String, Integer> findTransfers(Collection<String> ids) {
        var wanted = new HashSet<>(ids);
        var found = new HashMap<String, Integer>();
        for (int transfer = 0; transfer < rows.size(); transfer++) {
            if (wanted.contains(rows.get(transfer).id())) {
                found.put(rows.get(transfer).id(), transfer);
            }
        }
        return found;
    }
}

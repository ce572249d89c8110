package org.lianxin.analytics.local;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.core.TransferTable;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.imports.CaseView;

/**
 * A case in one currency: a hundred dollars are not a hundred yuan. Transfers keep their numbers; those in other
 * currencies have neither payer nor payee.
 */
final class CurrencyView implements CaseView {
    private static final String USUAL = "CNY";

    private final CaseIndex index;
    private final TransferTable transfers;
    private final Adjacency outgoing;
    private final Adjacency incoming;

    private CurrencyView(CaseIndex index, int currency) {
        this.index = index;
        var all = index.transfers();
        int[] from = new int[all.size()];
        int[] to = new int[all.size()];
        for (int transfer = 0; transfer < all.size(); transfer++) {
            boolean own = index.currencyNumber(transfer) == currency;
            from[transfer] = own ? all.from().get(transfer) : TransferTable.OUTSIDE;
            to[transfer] = own ? all.to().get(transfer) : TransferTable.OUTSIDE;
        }
        transfers = new TransferTable(all.accounts(), all.time(), IntColumn.of(from), IntColumn.of(to), all.amount());
        outgoing = Adjacency.of(transfers.from(), all.accounts());
        incoming = Adjacency.of(transfers.to(), all.accounts());
    }

    /**
     * The case in a currency.
     *
     * @param currency null for yuan, or for the first where there is none in yuan
     */
    static CaseView of(CaseIndex index, @Nullable String currency) {
        var known = present(index);
        String usual = known.contains(USUAL) || known.isEmpty() ? USUAL : known.getFirst();
        String wanted = currency == null ? usual : currency;
        if (currency != null && !known.contains(currency)) {
            throw new EvidenceProblem(
                    "currency",
                    "The case holds no transfer in %s, but in %s.".formatted(currency, String.join(", ", known)));
        }
        return known.size() <= 1
                ? index
                : new CurrencyView(index, index.currencies().indexOf(wanted));
    }

    /** Those of the case's currencies in which there is a transfer. */
    private static List<String> present(CaseIndex index) {
        var known = index.currencies();
        if (known.size() <= 1) {
            return known;
        }
        boolean[] present = new boolean[known.size()];
        for (int transfer = 0; transfer < index.transfers().size(); transfer++) {
            present[index.currencyNumber(transfer)] = true;
        }
        return known.stream()
                .filter(currency -> present[known.indexOf(currency)])
                .toList();
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
        return index.pairs();
    }

    @Override
    public LongColumn pairFirst() {
        return index.pairFirst();
    }

    @Override
    public @Nullable LongColumn opened() {
        return index.opened();
    }

    @Override
    public @Nullable LongColumn opening() {
        return index.opening();
    }

    @Override
    public String account(int number) {
        return index.account(number);
    }

    @Override
    public int findAccount(String account) {
        return index.findAccount(account);
    }

    @Override
    public int identifiers() {
        return index.identifiers();
    }

    @Override
    public String identifier(int number) {
        return index.identifier(number);
    }

    @Override
    public String transactionId(int transfer) {
        return index.transactionId(transfer);
    }

    @Override
    public Map<String, Integer> findTransfers(Collection<String> ids) {
        return index.findTransfers(ids);
    }
}

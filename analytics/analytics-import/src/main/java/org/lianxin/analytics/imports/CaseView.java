package org.lianxin.analytics.imports;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.core.TransferTable;

/** A case as the kernels see it, with the texts that belong to the numbers. */
public interface CaseView {
    /** All transfers, in order of (time, transaction id). */
    TransferTable transfers();

    /** Transfers by paying account. */
    Adjacency outgoing();

    /** Transfers by receiving account. */
    Adjacency incoming();

    /** Account above, identifier below, ascending. */
    LongColumn pairs();

    /** Of each pair: when the account was first seen with the identifier, the largest long where nothing says when. */
    LongColumn pairFirst();

    /** When each account was opened, the largest long where nothing says when; null if nothing ever does. */
    @Nullable
    LongColumn opened();

    /** Balance of each account before its first transfer, where stated balances tell it; null if none do. */
    @Nullable
    LongColumn opening();

    /** The account's number as text. */
    String account(int number);

    /** Negative if the case does not know the account. */
    int findAccount(String account);

    /** How many identifiers there are. */
    int identifiers();

    /** As {@code kind:value}. */
    String identifier(int number);

    String transactionId(int transfer);

    /** Those of the ids that the case holds, with their transfers. */
    Map<String, Integer> findTransfers(Collection<String> ids);
}

package org.lianxin.analytics.api;

import java.time.Instant;

/**
 * A transfer that carried taint.
 *
 * @param to empty where the money was taken out as cash
 * @param layer of the receiving account as it was then
 */
public record FlowEdge(
        String transactionId, String from, String to, Instant time, long amountCents, long taintCents, int layer) {}

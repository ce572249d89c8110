package org.lianxin.order;

import java.time.Instant;
import java.util.UUID;
import org.lianxin.shared.SubjectRef;

/** An order was met; {@code outcome} is the code of its module. Published inside the transaction, for convenience only: what must not be lost is an order itself. */
public record OrderMet(UUID order, String kind, SubjectRef subject, String outcome, Instant at) {}

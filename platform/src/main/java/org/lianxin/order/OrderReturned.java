package org.lianxin.order;

import java.util.UUID;
import org.lianxin.shared.SubjectRef;

/** An order was returned or handed on; {@code next} is the order issued in its place, in the same transaction. Published inside the transaction, for convenience only: what must not be lost is an order itself. */
public record OrderReturned(UUID order, String kind, SubjectRef subject, String reason, UUID next) {}

package org.lianxin.order;

import java.time.Instant;
import java.util.UUID;
import org.lianxin.shared.SubjectRef;

/** The deadline of an order passed unmet. Published inside the transaction, for convenience only: what must not be lost is an order itself. */
public record OrderOverdue(UUID order, String kind, SubjectRef subject, Instant dueAt) {}

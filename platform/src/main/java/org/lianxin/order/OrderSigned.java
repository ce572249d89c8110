package org.lianxin.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.SubjectRef;

/** An order was signed for. Published inside the transaction, for convenience only: what must not be lost is an order itself. */
public record OrderSigned(
        UUID order,
        String kind,
        SubjectRef subject,
        @Nullable UUID by,
        Instant at) {}

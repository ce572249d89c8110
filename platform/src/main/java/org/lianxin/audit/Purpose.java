package org.lianxin.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.SubjectRef;

/**
 * Why a person's data is looked at: a kind from the purpose table, the case it is for, the order that gives it where there
 * is one, and a typed reason only where the kind asks for one (unmasking a number).
 *
 * @param kind for example {@code warning.dissuade}, {@code warning.visit}, {@code warning.join-check}
 */
public record Purpose(
        String kind,
        SubjectRef subject,
        @Nullable UUID orderId,
        @Nullable String reason) {

    public static Purpose of(String kind, SubjectRef subject) {
        return new Purpose(kind, subject, null, null);
    }
}

package org.lianxin.order.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.store.AnswerStore;
import org.lianxin.order.store.AnswerStore.Answered;
import org.lianxin.order.store.AnswerStore.Asked;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each answer beside its effect, in the same transaction. */
@Component
class KeyedAnswers implements Idempotency {

    private final ScopedTransactions transactions;
    private final AnswerStore store;
    private final JsonMapper json;

    KeyedAnswers(ScopedTransactions transactions, AnswerStore store, JsonMapper json) {
        this.transactions = transactions;
        this.store = store;
        this.json = json;
    }

    @Override
    public <T> T once(Viewer viewer, Object command, Class<T> answer, Supplier<T> work) {
        Asked asked = asked(viewer, command);
        return transactions.run(viewer, () -> asked == null ? work.get() : once(asked, answer, work));
    }

    private <T> T once(Asked asked, Class<T> answer, Supplier<T> work) {
        if (store.begin(asked)) {
            T result = work.get();
            store.keep(asked, json.writeValueAsString(result));
            return result;
        }
        Answered before = store.find(asked.staff(), asked.key()).orElseThrow();
        if (!before.asked().isSameAs(asked)) {
            throw Refused.of(422, "order.key-reused");
        }
        return json.readValue(before.answer(), answer);
    }

    private @Nullable Asked asked(Viewer viewer, Object command) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return null;
        }
        HttpServletRequest request = attributes.getRequest();
        String header = request.getHeader("Idempotency-Key");
        if (header == null || header.isBlank()) {
            return null;
        }
        String operation = request.getMethod() + " " + request.getRequestURI();
        return new Asked(viewer.staffId(), key(header.strip()), operation, hash(json.writeValueAsString(command)));
    }

    private static UUID key(String header) {
        try {
            return UUID.fromString(header);
        } catch (IllegalArgumentException e) {
            throw Refused.of(400, "order.bad-key");
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

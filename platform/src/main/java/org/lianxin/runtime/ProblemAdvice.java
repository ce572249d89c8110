package org.lianxin.runtime;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every refusal and failure as a problem detail (RFC 9457) with a stable code. What we did not expect is logged under an id
 * that the reader can quote; its words and values stay here, for they may hold personal data.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** SQL states (ISO 9075): a rule between rows is broken, and a check within one. */
    private static final String INTEGRITY = "23";

    private static final String CHECK = "23514";

    private static final String NOT_PERMITTED = "42501";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        ProblemDetail problem =
                problem(refused.status(), refused.code(), String.valueOf(refused.getMessage()), refused.values());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(refused.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Object wait = refused.values().get("retryAfterSeconds");
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        return answer.body(problem);
    }

    /** The database is away, restarting or overloaded: nothing was stored, the same may be sent again. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<ProblemDetail> unavailable(RuntimeException failure) {
        LOG.warn("answered 503: {}", failure.getClass().getSimpleName());
        return ResponseEntity.status(503)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem(503, "shared.unavailable", Words.say("shared.refused.unavailable"), Map.of()));
    }

    /**
     * What the database would not take: the endpoint should have said so itself, so it is logged; whoever sent it learns that it
     * was refused, and that nothing was stored.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notTaken(DataIntegrityViolationException failure) {
        LOG.warn("refused by the database: {}", Failures.describe(failure));
        String state = Failures.sqlState(failure);
        boolean isConflict = failure instanceof DuplicateKeyException || state.startsWith(INTEGRITY);
        return refused(
                isConflict && !state.equals(CHECK)
                        ? Refused.of(409, "shared.conflict")
                        : Refused.of(422, "shared.invalid", "-"));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unexpected(Exception failure, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (response.isCommitted()) {
            return null;
        }
        if (Failures.sqlState(failure).equals(NOT_PERMITTED)) {
            LOG.warn("refused by row security: {}", Failures.describe(failure));
            return refused(Refused.of(403, "shared.forbidden"));
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {}: {}", incident, Failures.describe(failure));
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        500,
                        "shared.unavailable",
                        Words.say("shared.refused.unavailable"),
                        Map.of("incident", incident)));
    }

    /** Malformed requests that Spring itself turns away get our codes and words. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Refused refused = Failures.refusalIn(failure);
        if (refused != null) {
            return super.handleExceptionInternal(
                    failure,
                    refused(refused).getBody(),
                    problemHeaders(),
                    HttpStatusCode.valueOf(refused.status()),
                    request);
        }
        ProblemDetail problem = switch (status.value()) {
            case 404 -> problem(404, "shared.missing", Words.say("shared.refused.missing"), Map.of());
            case 405, 406, 415 ->
                problem(status.value(), "runtime.unsupported", Words.say("runtime.refused.unsupported"), Map.of());
            case 413 -> problem(413, "runtime.too-large", Words.say("runtime.refused.too-large"), Map.of());
            case 503 -> problem(503, "shared.unavailable", Words.say("shared.refused.unavailable"), Map.of());
            default ->
                problem(
                        status.value(),
                        "shared.invalid",
                        Words.say("shared.refused.invalid", Failures.where(failure)),
                        Map.of());
        };
        HttpHeaders ours = problemHeaders();
        headers.forEach(ours::addAll);
        ours.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(failure, problem, ours, status, request);
    }

    private static HttpHeaders problemHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return headers;
    }

    private static ProblemDetail problem(int status, String code, String detail, Map<String, Object> values) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setProperty("code", code);
        values.forEach(problem::setProperty);
        return problem;
    }
}

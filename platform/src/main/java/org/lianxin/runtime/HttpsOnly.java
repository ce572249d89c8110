package org.lianxin.runtime;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lianxin.shared.Refused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Behind a proxy: what did not come to it over HTTPS, or did not come through it, gets no answer but this refusal. */
@Component
@ConditionalOnProperty(WebOptions.HTTPS_ONLY)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HttpsOnly extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    HttpsOnly(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure()) {
            chain.doFilter(request, response);
        } else if (problems.resolveException(request, response, null, Refused.of(403, "runtime.https-only")) == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

package org.lianxin.organisation.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.access.AccessRow.Caller;
import org.lianxin.organisation.signin.ClientTokens;
import org.lianxin.organisation.signin.InstanceStamp;
import org.lianxin.organisation.signin.Sessions;
import org.lianxin.organisation.signin.Sessions.OpenSession;
import org.lianxin.shared.Refused;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * In front of every endpoint: finds out who calls, looks the request up in the authorisation table, and lets nothing pass that
 * no row allows. Requests that change something must carry {@code X-Lianxin}, which no foreign page can send.
 */
final class AccessFilter extends OncePerRequestFilter {

    static final String CALLER = "lianxin.caller";

    private static final String OUR_HEADER = "X-Lianxin";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessTable table;
    private final AccessDecision decision;
    private final Sessions sessions;
    private final ClientTokens clients;
    private final InstanceStamp stamp;
    private final HandlerExceptionResolver problems;

    AccessFilter(Parts parts, HandlerExceptionResolver problems) {
        this.table = parts.table;
        this.decision = parts.decision;
        this.sessions = parts.sessions;
        this.clients = parts.clients;
        this.stamp = parts.stamp;
        this.problems = problems;
    }

    record Parts(
            AccessTable table, AccessDecision decision, Sessions sessions, ClientTokens clients, InstanceStamp stamp) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest admitted;
        try {
            LocaleContextHolder.setLocale(language(request));
            admitted = RequestPath.isEndpoint(request) ? admitted(request) : page(request);
        } catch (RuntimeException e) {
            answer(request, response, e);
            return;
        }
        chain.doFilter(admitted, response);
    }

    /** Pages are looked at only; nothing outside the endpoints takes a body. */
    private static HttpServletRequest page(HttpServletRequest request) {
        if (!SAFE.contains(request.getMethod())) {
            throw Refused.of(405, "shared.unsupported");
        }
        return request;
    }

    private HttpServletRequest admitted(HttpServletRequest request) {
        AccessRow row = table.find(request.getMethod(), RequestPath.of(request)).orElseThrow(Refused::missing);
        String bearer = bearer(request);
        if (bearer == null && !SAFE.contains(request.getMethod()) && !"1".equals(request.getHeader(OUR_HEADER))) {
            throw Refused.of(403, "organisation.header-missing");
        }
        Caller caller = caller(request, bearer);
        Refused refused = decision.refusal(row, caller, isStrongEnough(caller));
        if (refused != null) {
            throw refused;
        }
        QueryGate.check(request.getQueryString());
        request.setAttribute(CALLER, caller);
        request.setAttribute(AdmittedOnly.ADMITTED, row);
        return BodyLimits.bounded(request, row);
    }

    private boolean isStrongEnough(Caller caller) {
        OpenSession session = caller.session();
        return session != null && !session.passwordDue() && (session.strong() || !stamp.isProduction());
    }

    private Caller caller(HttpServletRequest request, @Nullable String bearer) {
        if (bearer != null) {
            return new Caller(null, clients.find(bearer).orElse(null));
        }
        String token = cookie(request, SessionCookies.SESSION);
        return new Caller(token == null ? null : sessions.find(token).orElse(null), null);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws ServletException {
        if (problems.resolveException(request, response, null, problem) == null) {
            throw new ServletException("no answer for " + problem.getClass().getName());
        }
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.CHINESE : request.getLocale();
    }
}

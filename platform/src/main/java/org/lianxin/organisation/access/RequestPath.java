package org.lianxin.organisation.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.ServletRequestPathUtils;

/** The path as the router matches it: decoded, without the context path and without what stands after a semicolon. */
final class RequestPath {

    private static final String ENDPOINTS = "api";

    private RequestPath() {}

    static PathContainer of(HttpServletRequest request) {
        return ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
    }

    /** Whether the router would look for an endpoint, and not for a page. */
    static boolean isEndpoint(HttpServletRequest request) {
        return of(request).elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(PathSegment.class::cast)
                .findFirst()
                .filter(first -> first.valueToMatch().equals(ENDPOINTS))
                .isPresent();
    }
}

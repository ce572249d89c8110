package org.lianxin.organisation.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.lianxin.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands right before every endpoint: whichever way a request found it, the filter must have let it in. */
@Component
class AdmittedOnly implements HandlerInterceptor, WebMvcConfigurer {

    static final String ADMITTED = "lianxin.admitted";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (String.valueOf(pattern).startsWith("/api") && request.getAttribute(ADMITTED) == null) {
            throw Refused.missing();
        }
        return true;
    }
}

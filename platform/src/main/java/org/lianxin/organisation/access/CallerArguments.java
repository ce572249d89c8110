package org.lianxin.organisation.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.access.AccessRow.Caller;
import org.lianxin.shared.ClientApp;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Viewer} or the {@link ClientApp} that the filter found; a {@code @Nullable} one may be missing. */
@Component
class CallerArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == ClientApp.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = (Caller) request.getAttribute(AccessFilter.CALLER, RequestAttributes.SCOPE_REQUEST);
        Object found = null;
        if (caller != null) {
            var session = caller.session();
            found = parameter.getParameterType() == ClientApp.class
                    ? caller.client()
                    : session == null ? null : session.viewer();
        }
        if (found == null && !parameter.isOptional()) {
            throw Refused.of(401, "shared.unauthenticated");
        }
        return found;
    }
}

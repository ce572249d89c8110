package org.lianxin.runtime.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the three shells: {@code /desk/**} and {@code /field/**} answer with their own page whatever stands behind (their
 * routes live in the browser), everything else with a file or, for a path without a file's ending, the public page.
 */
@Component
class Pages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new ShellResolver());
    }

    /** A file where there is one; the shell's page for a route of the shell; nothing for the API or a missing file. */
    private static final class ShellResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = path.isEmpty() || path.endsWith("/") ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            if (path.equals("api")
                    || path.startsWith("api/")
                    || path.substring(path.lastIndexOf('/') + 1).contains(".")) {
                return null;
            }
            return super.getResource(shell(path), location);
        }

        private static String shell(String path) {
            String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            return first.equals("desk") || first.equals("field") ? first + "/index.html" : "index.html";
        }
    }
}

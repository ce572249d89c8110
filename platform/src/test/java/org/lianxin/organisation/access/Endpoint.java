package org.lianxin.organisation.access;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lianxin.organisation.access.AccessRow.Who;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One way into the service, as the router knows it. */
record Endpoint(String method, String pattern) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Everything under /api that a controller of ours answers. */
    static List<Endpoint> list(RequestMappingHandlerMapping router) {
        return router.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.lianxin"))
                .flatMap(each -> of(each.getKey()))
                .filter(each -> each.pattern.startsWith("/api/"))
                .distinct()
                .sorted(java.util.Comparator.comparing(Endpoint::toString))
                .toList();
    }

    private static Stream<Endpoint> of(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Endpoint(method, pattern)));
    }

    static Endpoint of(AccessRow row) {
        return new Endpoint(row.method(), row.path().getPatternString());
    }

    boolean hasVariable() {
        return VARIABLE.matcher(pattern).find();
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** The path with every variable replaced. */
    String path(String value) {
        return VARIABLE.matcher(pattern).replaceAll(value);
    }

    String pathToNothing() {
        return path(UUID.randomUUID().toString());
    }

    static boolean isPublic(AccessRow row) {
        return row.who().contains(new Who.Everybody());
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}

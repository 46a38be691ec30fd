package io.controlcenter.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Requests to endpoints whose {@link Access} says {@link Reach#PUBLIC}. */
final class PublicEndpoints implements RequestMatcher {

    private final Supplier<List<PathPattern>> patterns;

    PublicEndpoints(Supplier<RequestMappingHandlerMapping> mappings) {
        this.patterns = SingletonSupplier.of(() -> mappings.get().getHandlerMethods().entrySet().stream()
                .filter(entry -> isPublic(entry.getValue().getMethodAnnotation(Access.class)))
                .flatMap(entry -> {
                    var paths = entry.getKey().getPathPatternsCondition();
                    return paths == null ? java.util.stream.Stream.<PathPattern>of() : paths.getPatterns().stream();
                })
                .toList());
    }

    private static boolean isPublic(@org.jspecify.annotations.Nullable Access rule) {
        return rule != null && rule.reach() == Reach.PUBLIC;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return patterns.get().stream().anyMatch(pattern -> pattern.matches(path));
    }
}

package io.controlcenter.platform.test;

import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint under {@code /api} that an application really serves, read from its mappings. */
public final class Endpoints {

    private Endpoints() {}

    /** @param path with its variables filled by a value that nothing has as its id */
    public record Endpoint(
            HttpMethod method,
            String path,
            String handler,
            @Nullable Access rule) {

        public boolean isPublic() {
            return rule != null && rule.reach() == Reach.PUBLIC;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(
                                        method.asHttpMethod(),
                                        fill(pattern),
                                        entry.getValue().toString(),
                                        entry.getValue().getMethodAnnotation(Access.class)))))
                .sorted(java.util.Comparator.comparing(Endpoint::toString))
                .toList();
    }

    private static String fill(String pattern) {
        return pattern.replace("{version}", "1").replaceAll("\\{[^}]+}", "1");
    }
}

package io.controlcenter.platform.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an operation does not know (400), for a misspelt filter must not return everything. */
public final class StrictQuery implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !request.getRequestURI().startsWith("/api/")) {
            return true;
        }
        if (Arrays.stream(method.getMethodParameters()).anyMatch(StrictQuery::isListRequest)) {
            return true;
        }
        var allowed = known.computeIfAbsent(method, StrictQuery::parametersOf);
        var unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !allowed.contains(name))
                .sorted()
                .map(name -> new Violation(name, "invalidQuery", "There is no query parameter '" + name + "' here."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.badRequest("invalidQuery", unknown.getFirst().detail())
                    .with("errors", unknown);
        }
        return true;
    }

    /** A list checks its own parameters: they depend on what it can filter by. */
    private static boolean isListRequest(MethodParameter parameter) {
        return parameter.getParameterType() == ListRequest.class;
    }

    private static Set<String> parametersOf(HandlerMethod method) {
        var names = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(StrictQuery::nameOf)
                .collect(Collectors.toSet());
        if (method.hasMethodAnnotation(IdempotentWrite.class)) {
            names.add("dryRun");
        }
        if (method.hasMethodAnnotation(org.springframework.web.bind.annotation.GetMapping.class)) {
            names.add("fields");
        }
        return names;
    }

    private static String nameOf(MethodParameter parameter) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null && !declared.name().isEmpty()) {
            return declared.name();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }
}

package io.controlcenter.platform.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an operation does not know, that are missing or malformed: all at once, as one 400. A
 * misspelt filter must not return everything. Lists are left to their {@link Listing}.
 */
final class StrictQuery implements HandlerInterceptor {

    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);
    private final Map<HandlerMethod, Map<String, Expected>> known = new ConcurrentHashMap<>();
    private final Supplier<ConversionService> conversion;

    StrictQuery(Supplier<ConversionService> conversion) {
        this.conversion = conversion;
    }

    private record Expected(TypeDescriptor type, boolean required) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !request.getRequestURI().startsWith("/api/")
                || Arrays.stream(method.getMethodParameters()).anyMatch(StrictQuery::isListRequest)) {
            return true;
        }
        var violations = violations(known.computeIfAbsent(method, StrictQuery::parametersOf), request);
        if (!violations.isEmpty()) {
            throw Problem.badQuery(violations);
        }
        return true;
    }

    /** A list checks its own parameters: they depend on what it can filter by. */
    private static boolean isListRequest(MethodParameter parameter) {
        return parameter.getParameterType() == ListRequest.class;
    }

    private List<Violation> violations(Map<String, Expected> allowed, HttpServletRequest request) {
        var found = new ArrayList<Violation>();
        request.getParameterMap().keySet().stream()
                .filter(name -> !allowed.containsKey(name))
                .sorted()
                .map(name -> new Violation(
                        name, Violation.INVALID_QUERY, "There is no query parameter '" + name + "' here."))
                .forEach(found::add);
        allowed.forEach((name, expected) -> {
            var values = request.getParameterValues(name);
            if (values == null && expected.required()) {
                found.add(Violation.missingQueryParameter(name));
            } else if (values != null && values.length > 1 && !expected.type().isCollection()) {
                found.add(Violation.ofQuery(name, "is given more than once."));
            } else if (values != null && !isReadable(values[0], expected.type())) {
                found.add(Violation.ofQuery(
                        name,
                        "must be %s.".formatted(JsonKinds.name(expected.type().getType()))));
            }
        });
        return found;
    }

    /** Spring takes more words than two for true and false. */
    private boolean isReadable(String value, TypeDescriptor type) {
        if (type.getObjectType() == Boolean.class) {
            return value.equals("true") || value.equals("false");
        }
        try {
            return conversion.get().convert(value, TEXT, type) != null || !type.isPrimitive();
        } catch (ConversionException _) {
            return false;
        }
    }

    private static Map<String, Expected> parametersOf(HandlerMethod method) {
        var expected = new TreeMap<String, Expected>();
        for (var parameter : method.getMethodParameters()) {
            var declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                expected.put(nameOf(parameter, declared), expected(parameter, declared));
            }
        }
        if (method.hasMethodAnnotation(IdempotentWrite.class)) {
            expected.put("dryRun", new Expected(TypeDescriptor.valueOf(boolean.class), false));
        }
        if (method.hasMethodAnnotation(GetMapping.class)) {
            expected.put("fields", new Expected(TEXT, false));
        }
        return expected;
    }

    private static Expected expected(MethodParameter parameter, RequestParam declared) {
        return new Expected(
                new TypeDescriptor(parameter),
                declared.required() && declared.defaultValue().equals(ValueConstants.DEFAULT_NONE));
    }

    private static String nameOf(MethodParameter parameter, RequestParam declared) {
        if (!declared.name().isEmpty()) {
            return declared.name();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }
}

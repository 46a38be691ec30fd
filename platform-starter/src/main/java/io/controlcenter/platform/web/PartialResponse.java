package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code fields=a,b} on a GET answers only these properties of each item. What identifies it stays: the first property
 * of a view, and {@code href}. A name that the view does not have is 400.
 */
@ControllerAdvice
public final class PartialResponse implements ResponseBodyAdvice<Object> {

    private final JsonMapper json;

    public PartialResponse(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter type,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Record view) || !HttpMethod.GET.equals(request.getMethod())) {
            return body;
        }
        var asked = ((ServletServerHttpRequest) request).getServletRequest().getParameter("fields");
        return asked == null || asked.isBlank() ? body : cut(view, asked);
    }

    private Object cut(Record view, String asked) {
        if (!(view instanceof Page<?> page)) {
            return cutItem(view, asked);
        }
        return new Page<>(
                page.items().stream().map(item -> cutItem(item, asked)).toList(), page.nextCursor(), page.positions());
    }

    private JsonNode cutItem(Object item, String asked) {
        var faults = faults(item.getClass(), asked);
        if (!faults.isEmpty()) {
            throw Problem.badQuery(faults);
        }
        var keep = names(asked);
        keep.add(item.getClass().getRecordComponents()[0].getName());
        keep.add("href");
        return ((ObjectNode) json.valueToTree(item)).retain(keep);
    }

    /** What can be said before the work is done, where the method's type says what it answers. */
    static List<Violation> faults(MethodParameter ofMethod, @Nullable String asked) {
        var answer = ResolvableType.forMethodReturnType(Objects.requireNonNull(ofMethod.getMethod()));
        var item = answer.as(ResponseEntity.class)
                .getGeneric()
                .as(Page.class)
                .getGeneric()
                .resolve(Object.class);
        return asked == null || asked.isBlank() || !item.isRecord() ? List.of() : faults(item, asked);
    }

    private static List<Violation> faults(Class<?> item, String asked) {
        var known = Arrays.stream(item.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        var unknown = names(asked);
        unknown.removeAll(known);
        return unknown.isEmpty()
                ? List.of()
                : List.of(Violation.ofQuery(
                        "fields",
                        "names '%s'; there are %s.".formatted(String.join(", ", unknown), String.join(", ", known))));
    }

    private static Set<String> names(String asked) {
        return Arrays.stream(asked.split(",", -1)).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }
}

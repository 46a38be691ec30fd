package io.controlcenter.platform.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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
        var components = item.getClass().getRecordComponents();
        var known = Arrays.stream(components)
                .map(java.lang.reflect.RecordComponent::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var keep = Arrays.stream(asked.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        requireKnown(known, keep);
        keep.add(components[0].getName());
        keep.add("href");
        return ((ObjectNode) json.valueToTree(item)).retain(keep);
    }

    private static void requireKnown(Set<String> known, Set<String> asked) {
        asked.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw ListRequest.malformed("fields", "names '" + name + "'; there are " + String.join(", ", known) + ".");
        });
    }
}

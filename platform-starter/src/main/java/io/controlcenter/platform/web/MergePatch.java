package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a JSON Merge Patch (RFC 7386) takes away: the properties that it names with an explicit null, which a record
 * cannot tell from those that it does not name. Declared as a controller's parameter after the body; then a null for a
 * property that is not {@link Removable} is refused with the other violations.
 */
public record MergePatch(Set<String> removed) {

    private static final String ATTRIBUTE = MergePatch.class.getName();

    public boolean removes(String property) {
        return removed.contains(property);
    }

    /**
     * A property after the patch: none where it is taken away, else what was given, else what was there.
     *
     * @param given null where the patch does not name the property, or names it with null
     */
    public <T> @Nullable T apply(String property, @Nullable T given, @Nullable T before) {
        if (removes(property)) {
            return null;
        }
        return given == null ? before : given;
    }

    static MergePatch of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof MergePatch patch ? patch : new MergePatch(Set.of());
    }

    static boolean isWantedBy(Executable method) {
        return Arrays.asList(method.getParameterTypes()).contains(MergePatch.class);
    }

    /** Reads the nulls and hands the body on as it came. */
    static HttpInputMessage noting(HttpInputMessage message) throws IOException {
        var body = message.getBody().readAllBytes();
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ATTRIBUTE, new MergePatch(nulls(body)), RequestAttributes.SCOPE_REQUEST);
        return new Again(message.getHeaders(), body);
    }

    private static Set<String> nulls(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body).properties().stream()
                    .filter(property -> property.getValue().isNull())
                    .map(Map.Entry<String, JsonNode>::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (JacksonException _) {
            return Set.of(); // whoever reads the body in earnest says what is wrong with it
        }
    }

    /** A null for what has to be there. */
    static List<Violation> violations(Class<?> body) {
        var request = RequestContextHolder.currentRequestAttributes();
        if (!body.isRecord()
                || !(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof MergePatch patch)) {
            return List.of();
        }
        return Arrays.stream(body.getRecordComponents())
                .filter(component -> patch.removes(component.getName()))
                .filter(component -> !component.isAnnotationPresent(Removable.class))
                .map(component -> Violation.missing("/" + component.getName(), "This cannot be taken away."))
                .toList();
    }

    private static final class Again implements HttpInputMessage {

        private final HttpHeaders headers;
        private final byte[] bytes;

        Again(HttpHeaders headers, byte[] bytes) {
            this.headers = headers;
            this.bytes = bytes;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }
}

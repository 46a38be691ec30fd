package io.controlcenter.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the examples that a service keeps as files: {@code openapi/examples/<operationId>.request.json} and
 * {@code <operationId>.response.json}. A test in each service sees to it that none is missing and that all fit.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ApiExamples implements GlobalOperationCustomizer {

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var body = operation.getRequestBody();
        attach(body == null ? null : body.getContent(), operation.getOperationId() + ".request");
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                attach(response.getContent(), operation.getOperationId() + ".response");
            }
        });
        return operation;
    }

    private void attach(@Nullable Content content, String name) {
        if (content != null) {
            read(name)
                    .ifPresent(example -> content.values().stream()
                            .filter(type -> type.getExample() == null)
                            .forEach((MediaType type) -> type.setExample(example)));
        }
    }

    private Optional<Object> read(String name) {
        var file = new ClassPathResource("openapi/examples/" + name + ".json");
        if (!file.exists()) {
            return Optional.empty();
        }
        try (var in = file.getInputStream()) {
            return Optional.of(json.readValue(in, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

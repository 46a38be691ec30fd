package io.controlcenter.platform.openapi;

import io.controlcenter.platform.attachments.Upload;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to every operation what follows from its signature, so that no controller writes it again: the permission it
 * needs, the headers and parameters that the platform treats, and every error it can answer.
 */
final class ApiDocumentation implements GlobalOperationCustomizer {

    static final String PROBLEM = "Problem";
    static final String SCHEME = "control-center";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var rule = method.getMethodAnnotation(Access.class);
        if (rule != null) {
            access(operation, rule);
            body(operation, method);
            parameters(operation, method, rule);
            errors(method, rule).forEach((status, what) -> error(operation, status, what));
        }
        return operation;
    }

    private static void access(Operation operation, Access rule) {
        if (rule.reach() == Reach.PUBLIC) {
            operation.security(List.of());
            return;
        }
        operation.addSecurityItem(new SecurityRequirement().addList(SCHEME));
        var needs = rule.reach() == Reach.SELF ? "a signed-in user" : String.join(" or ", rule.value());
        var text = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(text + "Needs: " + needs + ".");
        operation.addExtension("x-required-permissions", List.of(rule.value()));
    }

    /** A file is a body of any type. */
    private static void body(Operation operation, HandlerMethod method) {
        if (has(method, Upload.class)) {
            var file =
                    new MediaType().schema(new StringSchema().format("binary")).example("Light levels of last night");
            operation.setRequestBody(new io.swagger.v3.oas.models.parameters.RequestBody()
                    .required(true)
                    .content(new Content().addMediaType("application/octet-stream", file)));
        }
    }

    private static void parameters(Operation operation, HandlerMethod method, Access rule) {
        if (rule.reach() != Reach.SELF && rule.reach() != Reach.PUBLIC) {
            add(
                    operation,
                    header("X-Enterprise-Id", "The enterprise to act on; without it your default, or your only one."));
        }
        var write = method.getMethodAnnotation(IdempotentWrite.class);
        if (write != null) {
            add(
                    operation,
                    header("Idempotency-Key", "Repeats with the same key answer the first answer; kept for 24 hours.")
                            .required(write.keyRequired()));
            add(operation, query("dryRun", "True: check and answer everything, store nothing.", new BooleanSchema()));
        }
        if (has(method, IfMatch.class)) {
            add(operation, header("If-Match", "The ETag that you read; another version since then answers 412."));
        }
        if (has(method, ListRequest.class)) {
            add(
                    operation,
                    query(
                            "limit",
                            "Items per page.",
                            new IntegerSchema()
                                    ._default(20)
                                    .minimum(java.math.BigDecimal.ONE)
                                    .maximum(java.math.BigDecimal.valueOf(100))));
            add(operation, query("cursor", "The nextCursor of the page before.", new StringSchema()));
            add(operation, query("sort", "An attribute, with a leading minus for descending.", new StringSchema()));
            add(operation, query("fields", "Only these properties of each item.", new StringSchema()));
        }
    }

    private static boolean has(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.getParameterType() == type);
    }

    private static void add(Operation operation, Parameter parameter) {
        var present = operation.getParameters();
        if (present == null
                || present.stream().noneMatch(p -> parameter.getName().equals(p.getName()))) {
            operation.addParametersItem(parameter);
        }
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .schema(new StringSchema())
                .required(false);
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .description(description)
                .schema(schema)
                .required(false);
    }

    private static Map<String, String> errors(HandlerMethod method, Access rule) {
        var parameters = Arrays.asList(method.getMethodParameters());
        var errors = new LinkedHashMap<String, String>();
        errors.put("400", "Not parseable, an unknown query parameter, or no enterprise named");
        if (rule.reach() != Reach.PUBLIC) {
            errors.put("401", "No access token, or one that is expired or not valid here");
            errors.put("403", "Not a member of the enterprise, or without the permission");
        }
        if (parameters.stream().anyMatch(p -> p.hasParameterAnnotation(PathVariable.class))) {
            errors.put("404", "Unknown, or not visible to you");
        }
        if (!method.hasMethodAnnotation(org.springframework.web.bind.annotation.GetMapping.class)) {
            errors.put("409", "Conflicts with the present state");
        }
        if (has(method, IfMatch.class)) {
            errors.put("412", "If-Match names another version than the present one");
        }
        if (parameters.stream().anyMatch(p -> p.hasParameterAnnotation(RequestBody.class))) {
            if (has(method, Upload.class)) {
                errors.put("413", "Larger than a file may be");
            } else {
                errors.put("415", "The body is not application/json");
            }
            errors.put("422", "Well-formed, but breaks a rule; all violations at once");
        }
        errors.put("429", "Too many requests; see Retry-After");
        errors.put("503", "Not available right now; see Retry-After");
        return errors;
    }

    private static void error(Operation operation, String status, String what) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        var content = new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
        operation
                .getResponses()
                .computeIfAbsent(
                        status, _ -> new ApiResponse().description(what).content(content));
    }
}

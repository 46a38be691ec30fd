package io.controlcenter.platform.web;

import static io.controlcenter.platform.problem.Violation.INVALID_FORMAT;
import static io.controlcenter.platform.problem.Violation.INVALID_VALUE;
import static io.controlcenter.platform.problem.Violation.MISSING_PROPERTY;
import static io.controlcenter.platform.problem.Violation.TOO_MANY_RECORDS;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;

/**
 * Reads every {@code @RequestBody} strictly: unknown properties, unfitting values and broken constraints come back
 * together as one 422, each with its JSON Pointer. A controller needs no {@code @Valid}.
 */
@ControllerAdvice
public final class StrictBody implements RequestBodyAdvice {

    private final Validator validator;

    public StrictBody(Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        BodyFindings.begin();
        return MergePatch.isWantedBy(parameter.getExecutable()) ? MergePatch.noting(message) : message;
    }

    @Override
    public Object afterBodyRead(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        var violations = BodyFindings.end();
        var seen = violations.stream().map(Violation::pointer).collect(Collectors.toSet());
        if (body != null) {
            MergePatch.violations(body.getClass()).stream()
                    .filter(violation -> seen.add(violation.pointer()))
                    .forEach(violations::add);
            UnfitValues.in(body).stream()
                    .filter(violation -> seen.add(violation.pointer()))
                    .forEach(violations::add);
            validator.validate(body).stream()
                    .map(StrictBody::violation)
                    .filter(violation -> seen.add(violation.pointer()))
                    .sorted(Comparator.comparing(Violation::pointer))
                    .forEach(violations::add);
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(List.copyOf(violations));
        }
        if (body == null) {
            throw Problem.badRequest("invalidBody", "A JSON body is required; null is none.");
        }
        return body;
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        BodyFindings.end();
        return body;
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        return new Violation(pointer(broken), code(broken), sentence(broken.getMessage()));
    }

    private static String sentence(String message) {
        return "This " + message + (message.endsWith(".") ? "" : ".");
    }

    private static String pointer(ConstraintViolation<?> broken) {
        var pointer = new StringBuilder();
        for (var node : broken.getPropertyPath()) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static String code(ConstraintViolation<?> broken) {
        return switch (broken.getConstraintDescriptor().getAnnotation()) {
            case NotNull _, NotEmpty _ -> MISSING_PROPERTY;
            case NotBlank _ -> broken.getInvalidValue() == null ? MISSING_PROPERTY : INVALID_VALUE;
            case Pattern _, Email _ -> INVALID_FORMAT;
            case Size size
            when broken.getInvalidValue() instanceof Collection<?> many && many.size() > size.max() -> TOO_MANY_RECORDS;
            default -> INVALID_VALUE;
        };
    }
}

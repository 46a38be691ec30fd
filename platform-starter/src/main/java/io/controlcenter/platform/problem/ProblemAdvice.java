package io.controlcenter.platform.problem;

import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;

import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Turns whatever a controller throws into the one error shape. Nothing internal leaves: no class name, SQL or trace. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private final ProblemRenderer renderer;

    public ProblemAdvice(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body instanceof ProblemDetail given ? given : ProblemDetail.forStatus(status);
        var servletRequest = ((ServletWebRequest) request).getRequest();
        return super.handleExceptionInternal(ex, renderer.complete(problem, servletRequest), headers, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(Problem problem, WebRequest request) {
        return handleErrorResponseException(problem, problem.getHeaders(), problem.getStatusCode(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleErrorResponseException(
            ErrorResponseException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(ex, ex.getBody(), headers, status, request);
    }

    /** Broken JSON is 400; well-formed JSON of the wrong shape, as far as nobody caught it earlier, is 422. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (ex.getCause() instanceof DatabindException shape && !shape.getPath().isEmpty()) {
            return answer(
                    Problem.unprocessable(Violation.invalid(pointer(shape), "This value does not fit here.")), request);
        }
        var detail = ex.getCause() instanceof JacksonException broken && broken.getLocation() != null
                ? "The body is not valid JSON (line %d, column %d)."
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr())
                : "A body is required.";
        return answer(Problem.badRequest("invalidBody", detail), request);
    }

    private static String pointer(DatabindException ex) {
        return ex.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "/" + step.getIndex() : "/" + step.getPropertyName())
                .collect(Collectors.joining());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Problem.badQuery(Violation.missingQueryParameter(ex.getParameterName())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = ex instanceof MissingRequestHeaderException missing
                ? "The header " + missing.getHeaderName() + " is required."
                : "The request lacks something that this operation needs.";
        return answer(Problem.badRequest("invalidRequest", detail), request);
    }

    /** A malformed value in the path names nothing that could exist; elsewhere it is a malformed parameter. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name =
                ex instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : ex.getPropertyName();
        var inPath = ex instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter()
                        .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return answer(
                inPath
                        ? Problem.notFound("This resource")
                        : Problem.badQuery(Violation.ofQuery(String.valueOf(name), "is malformed.")),
                request);
    }

    /** Constraints on query parameters; bodies are checked while they are read. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var violations = ex.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> Violation.ofQuery(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                error.getDefaultMessage() + ".")))
                .toList();
        return answer(Problem.badQuery(violations), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.notFound("This path"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.notFound("This path"), request);
    }

    /** Tomcat reads parameters only when somebody asks for one, in the middle of the work. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> undecodable(InvalidParameterException ex, WebRequest request) {
        return answer(Problem.badRequest("invalidQuery", "The query is not percent-encoded UTF-8."), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception ex, WebRequest request) {
        if (DatabaseTrouble.isPassing(ex)) {
            LOG.warn("Database not reachable: {}", ex.toString());
            return answer(Problem.unavailable("This is not available right now.", Duration.ofSeconds(2)), request);
        }
        if (DatabaseTrouble.isConflict(ex)) {
            return answer(
                    Problem.conflict("stale-version", "Somebody else changed this meanwhile; read it again."), request);
        }
        LOG.error("Unexpected failure", ex);
        var detail = "Something failed on our side. Name the correlation id when you ask about it.";
        return answer(Problem.of(INTERNAL_SERVER_ERROR, "internalError", detail), request);
    }
}

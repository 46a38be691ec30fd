package io.controlcenter.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An answer other than success, in the platform's one error shape. The {@code code} is stable and documented; the
 * detail is for people and may change. Type, instance and correlation id are added where it is rendered.
 *
 * <p>Which status means what is decided in domain b.0: 400 cannot be parsed, 422 breaks a rule, 409 conflicts with the
 * state, 412 a sent {@code If-Match} failed.
 */
public final class Problem extends ErrorResponseException {

    static final String CODE = "code";
    static final String ERRORS = "errors";

    private Problem(HttpStatus status, String code, String detail, @Nullable Throwable cause) {
        super(status, body(status, code, detail), cause);
    }

    private static ProblemDetail body(HttpStatus status, String code, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty(CODE, code);
        return body;
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, null);
    }

    public static Problem badRequest(String code, String detail) {
        return of(HttpStatus.BAD_REQUEST, code, detail);
    }

    public static Problem forbidden(String code, String detail) {
        return of(HttpStatus.FORBIDDEN, code, detail);
    }

    /** Unknown, or not visible to the caller: the two are not told apart, so that ids cannot be probed. */
    public static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "notFound", what + " was not found.");
    }

    public static Problem conflict(String code, String detail) {
        return of(HttpStatus.CONFLICT, code, detail);
    }

    /** Well-formed but against a rule that has a name of its own, such as {@code expedite-requires-quote}. */
    public static Problem unprocessable(String code, String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }

    /** Well-formed but wrong in one or more places; every violation is listed, the first one gives the code. */
    public static Problem unprocessable(List<Violation> violations) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, violations);
    }

    /** Query parameters that are unknown, malformed or missing; every violation is listed. */
    public static Problem badQuery(List<Violation> violations) {
        return of(HttpStatus.BAD_REQUEST, violations);
    }

    private static Problem of(HttpStatus status, List<Violation> violations) {
        var first = violations.getFirst();
        var detail = violations.size() == 1 ? first.detail() : violations.size() + " things are wrong; see errors.";
        return of(status, first.code(), detail).with(ERRORS, violations);
    }

    public static Problem unprocessable(Violation... violations) {
        return unprocessable(List.of(violations));
    }

    public static Problem badQuery(Violation... violations) {
        return badQuery(List.of(violations));
    }

    /** Cannot be served right now; the caller may try again after the pause. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail).retryAfter(retryAfter);
    }

    /** Adds an extension member (RFC 9457, 3.2), for instance the last day on which something was possible. */
    public Problem with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }

    public Problem retryAfter(Duration pause) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())));
        return this;
    }

    /** The single things that are wrong; none where the whole of it is. */
    public List<Violation> violations() {
        var properties = getBody().getProperties();
        return properties != null && properties.get(ERRORS) instanceof List<?> errors
                ? errors.stream().map(Violation.class::cast).toList()
                : List.of();
    }

    public String code() {
        var properties = getBody().getProperties();
        return properties == null ? "" : String.valueOf(properties.get(CODE));
    }
}

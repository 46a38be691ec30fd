package io.controlcenter.platform.problem;

import io.controlcenter.platform.observability.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Completes a problem with what only the place of rendering knows, and writes it where no controller is in reach. */
public final class ProblemRenderer {

    private final String context;
    private final JsonMapper json;

    /** @param context the owning domain, such as {@code order}: the middle part of {@code urn:problem:order:not-found} */
    public ProblemRenderer(String context, JsonMapper json) {
        this.context = context;
        this.json = json;
    }

    public ProblemDetail complete(ProblemDetail body, HttpServletRequest request) {
        var properties = body.getProperties();
        if (properties == null || properties.get(Problem.CODE) == null) {
            body.setProperty(Problem.CODE, defaultCode(body.getStatus()));
        }
        body.setType(URI.create("urn:problem:" + context + ":" + kebab(codeOf(body))));
        instance(request.getRequestURI()).ifPresent(body::setInstance);
        body.setProperty("correlationId", Correlation.of(request));
        return body;
    }

    /** None when the path is what is wrong. */
    private static Optional<URI> instance(String path) {
        try {
            return Optional.of(new URI(path));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var body = complete(problem.getBody(), request);
        response.resetBuffer();
        response.setStatus(body.getStatus());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
        response.flushBuffer();
    }

    private static String codeOf(ProblemDetail body) {
        var properties = body.getProperties();
        return properties == null ? "" : String.valueOf(properties.get(Problem.CODE));
    }

    private static String kebab(String code) {
        return code.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The MEF error codes (MEF 123, 7.1.1) for failures that nobody gave a name. */
    static String defaultCode(int status) {
        return switch (HttpStatusCode.valueOf(status).value()) {
            case 400 -> "invalidRequest";
            case 401 -> "missingCredentials";
            case 403 -> "accessDenied";
            case 404 -> "notFound";
            case 405 -> "methodNotAllowed";
            case 406 -> "notAcceptable";
            case 409 -> "conflict";
            case 412 -> "preconditionFailed";
            case 413 -> "contentTooLarge";
            case 415 -> "unsupportedMediaType";
            case 422 -> "otherIssue";
            case 429 -> "tooManyRequests";
            case 503 -> "unavailable";
            default -> "internalError";
        };
    }
}

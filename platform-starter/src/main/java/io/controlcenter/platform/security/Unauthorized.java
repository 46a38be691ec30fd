package io.controlcenter.platform.security;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.ProblemRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** 401 in the one error shape, told apart as domain b.7 asks: no token, an expired one, any other that will not do. */
public final class Unauthorized implements AuthenticationEntryPoint {

    private final ProblemRenderer renderer;

    public Unauthorized(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
            throws IOException {
        renderer.write(problem(request, ex), request, response);
    }

    public static Problem missing() {
        return unauthorized("missingCredentials", "An access token is required.");
    }

    public static Problem expired() {
        return unauthorized("token-expired", "The access token has expired.");
    }

    public static Problem invalid() {
        return unauthorized("invalidCredentials", "The access token is not valid here.");
    }

    private static Problem problem(HttpServletRequest request, AuthenticationException ex) {
        if (ex instanceof AuthenticationServiceException) {
            return Problem.unavailable("Tokens cannot be checked right now.", java.time.Duration.ofSeconds(2));
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return missing();
        }
        var message = String.valueOf(ex.getMessage());
        return message.contains("expired") ? expired() : invalid();
    }

    private static Problem unauthorized(String code, String detail) {
        var problem = Problem.of(HttpStatus.UNAUTHORIZED, code, detail);
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }
}

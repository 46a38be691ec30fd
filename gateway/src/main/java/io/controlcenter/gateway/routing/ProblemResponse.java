package io.controlcenter.gateway.routing;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.ProblemRenderer;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A route's refusal in the one error shape. */
record ProblemResponse(Problem problem, ProblemRenderer renderer) implements ServerResponse {

    @Override
    public HttpStatusCode statusCode() {
        return problem.getStatusCode();
    }

    @Override
    public HttpHeaders headers() {
        return problem.getHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        renderer.write(problem, request, response);
        return null;
    }
}

package io.controlcenter.identity.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses control characters in OAuth parameters, which no parameter may have (RFC 6749, appendix A), before anybody
 * looks a client or a token up by them.
 */
final class UnreadableParameters extends OncePerRequestFilter {

    private static final byte[] ANSWER =
            "{\"error\":\"invalid_request\",\"error_description\":\"A parameter has a control character.\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private final RequestMatcher people;

    /** @param people requests that a person makes by a browser, who gets a page */
    UnreadableParameters(RequestMatcher people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else if (people.matches(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(ANSWER);
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .allMatch(parameter -> isReadable(parameter.getKey())
                        && Arrays.stream(parameter.getValue()).allMatch(UnreadableParameters::isReadable));
    }

    private static boolean isReadable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}

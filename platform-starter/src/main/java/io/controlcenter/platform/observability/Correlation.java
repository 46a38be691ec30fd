package io.controlcenter.platform.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a correlation id, taken over from the caller when it is harmless: it is answered in the header,
 * stands in every log line, every error, every audit entry and every event that the request causes.
 */
public final class Correlation extends OncePerRequestFilter {

    public static final String HEADER = "X-Correlation-Id";
    public static final String KEY = "correlationId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The id of what this thread is doing; a new one when nobody began it. */
    public static String current() {
        var id = MDC.get(KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    public static String of(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof String id ? id : current();
    }

    /** Runs work that did not begin with a request, such as an event, under the id that it came with. */
    public static void run(@Nullable String id, Runnable work) {
        try (var _ = MDC.putCloseable(KEY, id == null ? UUID.randomUUID().toString() : id)) {
            work.run();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = request.getHeader(HEADER);
        var id = sent != null && HARMLESS.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        request.setAttribute(KEY, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
        }
    }
}

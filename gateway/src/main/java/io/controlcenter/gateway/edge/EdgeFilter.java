package io.controlcenter.gateway.edge;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.ProblemRenderer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first look at a request. What is ambiguous, such as a path that another server could read differently, never gets
 * to a route: routes compare the raw path.
 */
final class EdgeFilter extends OncePerRequestFilter {

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();
    private final ProblemRenderer renderer;
    private final long maxHeaders;
    private final boolean https;

    EdgeFilter(ProblemRenderer renderer, long maxHeaders, boolean https) {
        this.renderer = renderer;
        this.maxHeaders = maxHeaders;
        this.https = https;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        try {
            check(request);
        } catch (Problem problem) {
            renderer.write(problem, request, response);
            return;
        }
        chain.doFilter(request, response);
        BrokenOff.raise(request);
    }

    private void check(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException _) {
            throw Problem.badRequest("invalidRequest", "The path or the method of this request is not acceptable.");
        }
        if (size(request) > maxHeaders) {
            throw Problem.of(
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "headersTooLarge",
                    "The headers may have at most " + maxHeaders + " bytes here.");
        }
        if (request.getRequestURI().startsWith("/actuator") && !isHealth(request) && !isScraper(request)) {
            throw Problem.notFound("This path");
        }
    }

    private static long size(HttpServletRequest request) {
        long size = request.getRequestURI().length();
        var query = request.getQueryString();
        if (query != null) {
            size += query.length();
        }
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
                size += name.length() + values.nextElement().length();
            }
        }
        return size;
    }

    private static boolean isHealth(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }

    /** Metrics are scraped from the private network, directly; what a proxy forwards comes from outside. */
    private static boolean isScraper(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            var peer = InetAddress.getByName(request.getRemoteAddr());
            return peer.isLoopbackAddress() || peer.isSiteLocalAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}

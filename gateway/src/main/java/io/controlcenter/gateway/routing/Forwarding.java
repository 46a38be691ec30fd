package io.controlcenter.gateway.routing;

import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.Reply;
import io.controlcenter.gateway.upstream.RequestBody;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.gateway.upstream.UpstreamProblems;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.observability.TraceContext;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.SecuritySettings;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Carries a request to a service and its answer back. Path and query go on as the very bytes that came, bodies are
 * streamed, and nothing is parsed or copied that need not be.
 */
@Component
final class Forwarding {

    private final GatewaySettings settings;
    private final TraceContext traces;
    private final URIAuthority publicHost;
    private final String scheme;
    private final String port;

    Forwarding(
            GatewaySettings settings,
            SecuritySettings security,
            ObjectProvider<Tracer> tracer,
            ObservationRegistry observations) {
        this.settings = settings;
        this.traces = new TraceContext(tracer.getIfAvailable(), observations);
        var issuer = URI.create(security.issuer());
        this.publicHost = new URIAuthority(issuer.getHost(), issuer.getPort());
        this.scheme = issuer.getScheme();
        this.port = Integer.toString(issuer.getPort() > 0 ? issuer.getPort() : scheme.equals("https") ? 443 : 80);
    }

    /** To a service; without a token for its public endpoints. */
    ServerResponse toService(HttpServletRequest request, Upstream service, @Nullable String scopedToken) {
        return send(service, onward(request, service, scopedToken));
    }

    /** The request as a service gets it. */
    BasicClassicHttpRequest onward(HttpServletRequest request, Upstream service, @Nullable String scopedToken) {
        var onward = onward(request, service, true);
        if (scopedToken != null) {
            onward.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + scopedToken);
        }
        return onward;
    }

    /** To identity's own pages and endpoints, which know the platform by its public name. */
    ServerResponse toPages(HttpServletRequest request, Upstream identity) {
        var onward = onward(request, identity, false);
        onward.setAuthority(publicHost);
        return send(identity, onward);
    }

    private ServerResponse send(Upstream service, BasicClassicHttpRequest onward) {
        try {
            return switch (service.send(onward)) {
                case Reply.Answered answered -> new ForwardedResponse(answered);
                case Reply.Refused refused ->
                    throw UpstreamProblems.of(refused, service.settings().title(), settings.retryAfter());
            };
        } catch (RequestBody.Unreadable e) {
            throw UpstreamProblems.of(e, settings.maxBody().toBytes());
        }
    }

    private BasicClassicHttpRequest onward(HttpServletRequest request, Upstream service, boolean scoped) {
        var query = request.getQueryString();
        var path = request.getRequestURI();
        var onward = new BasicClassicHttpRequest(
                request.getMethod(), service.path(query == null ? path : path + "?" + query));
        copyHeaders(request, onward, scoped);
        onward.addHeader("X-Forwarded-For", request.getRemoteAddr());
        onward.addHeader("X-Forwarded-Proto", scheme);
        onward.addHeader("X-Forwarded-Host", publicHost.toString());
        onward.addHeader("X-Forwarded-Port", port);
        onward.addHeader(Correlation.HEADER, Correlation.of(request));
        var trace = traces.current();
        if (trace != null) {
            onward.addHeader("traceparent", trace);
        }
        addBody(request, onward);
        return onward;
    }

    private static void copyHeaders(HttpServletRequest request, BasicClassicHttpRequest onward, boolean scoped) {
        var dropped = namedByConnection(request);
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            if (HeaderRules.mayEnter(name, scoped) && !dropped.contains(name.toLowerCase(Locale.ROOT))) {
                for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
                    onward.addHeader(name, values.nextElement());
                }
            }
        }
    }

    /** What a caller declares hop-by-hop stays here too. */
    private static Set<String> namedByConnection(HttpServletRequest request) {
        var connection = request.getHeader(HttpHeaders.CONNECTION);
        if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
            return Set.of();
        }
        return Set.copyOf(java.util.Arrays.asList(
                connection.toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*")));
    }

    private void addBody(HttpServletRequest request, BasicClassicHttpRequest onward) {
        var length = request.getContentLengthLong();
        var chunked = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length <= 0 && !chunked) {
            return;
        }
        var limit = settings.maxBody().toBytes();
        if (length > limit) {
            throw UpstreamProblems.tooLarge(limit);
        }
        try {
            onward.setEntity(new RequestBody(request.getInputStream(), length, limit));
        } catch (IOException _) {
            throw Problem.badRequest("invalidBody", "The body could not be read.");
        }
    }
}

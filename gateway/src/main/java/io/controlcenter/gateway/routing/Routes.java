package io.controlcenter.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;

import io.controlcenter.gateway.edge.RateLimits;
import io.controlcenter.gateway.scoping.Scoping;
import io.controlcenter.gateway.tokens.AccessTokens;
import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.gateway.upstream.Upstreams;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.ProblemRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The way of a request: whose it is, who asks, how often, on which enterprise, and there. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private final AccessTokens tokens;
    private final RateLimits limits;
    private final Scoping scoping;
    private final Forwarding forwarding;
    private final AllEnterprises allEnterprises;
    private final ProblemRenderer renderer;
    private final Ownership ownership;

    Routes(
            AccessTokens tokens,
            RateLimits limits,
            Scoping scoping,
            Forwarding forwarding,
            AllEnterprises allEnterprises,
            ProblemRenderer renderer,
            GatewaySettings settings) {
        this.tokens = tokens;
        this.limits = limits;
        this.scoping = scoping;
        this.forwarding = forwarding;
        this.allEnterprises = allEnterprises;
        this.renderer = renderer;
        this.ownership = new Ownership(settings);
    }

    /** Ahead of the page for addresses that do not exist, which would take them all. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> platformRoutes(Upstreams upstreams) {
        var pages = route("identity-pages")
                .route(request -> ownership.isIdentityPage(path(request)), request -> pages(request, upstreams))
                .filter((request, next) -> refusable(request, next::handle))
                .build();
        return upstreams.all().stream()
                .map(this::serviceRoute)
                .reduce(RouterFunction::and)
                .map(services -> services.and(pages))
                .orElse(pages);
    }

    private RouterFunction<ServerResponse> serviceRoute(Upstream service) {
        return route(service.name())
                .route(
                        request -> service.name().equals(ownership.owner(path(request))),
                        request -> service(request.servletRequest(), service))
                .filter((request, next) -> refusable(request, next::handle))
                .build();
    }

    private static String path(ServerRequest request) {
        return request.servletRequest().getRequestURI();
    }

    private ServerResponse service(HttpServletRequest request, Upstream service) {
        if (ownership.isPublic(request.getMethod(), request.getRequestURI())) {
            limits.take(request.getRemoteAddr(), null, response());
            return forwarding.toService(request, service, null);
        }
        var token = tokens.require(request);
        if (Scoping.namesAll(request)) {
            limits.take(token.subject(), null, response());
            return allEnterprises.list(request, response(), service, token);
        }
        var enterprise = Scoping.enterprise(request);
        limits.take(token.subject(), scoping.counted(token, enterprise), response());
        return forwarding.toService(request, service, scoping.token(token, enterprise));
    }

    private ServerResponse pages(ServerRequest request, Upstreams upstreams) {
        limits.take(request.servletRequest().getRemoteAddr(), null, response());
        return forwarding.toPages(request.servletRequest(), upstreams.identity());
    }

    private static HttpServletResponse response() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return java.util.Objects.requireNonNull(attributes.getResponse());
    }

    private interface Handling {
        ServerResponse handle(ServerRequest request) throws Exception;
    }

    private ServerResponse refusable(ServerRequest request, Handling handling) throws Exception {
        ServerHttpObservationFilter.findObservationContext(request.servletRequest())
                .ifPresent(context -> context.setPathPattern(Ownership.pattern(path(request))));
        try {
            return handling.handle(request);
        } catch (Problem refusal) {
            return new ProblemResponse(refusal, renderer);
        }
    }
}

package io.controlcenter.gateway.portal;

import io.controlcenter.platform.security.SecuritySettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The page behind the links in mails. One document for every path below {@code /portal}; its script reads the path,
 * signs in by authorization code with PKCE and reads the API like any other client.
 */
@Configuration(proxyBeanMethods = false)
class PortalPages {

    private static final String CLIENT = "control-center-portal";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final List<String> NO_PAGES =
            List.of("/api/", "/v3/", "/swagger-ui", "/webjars", "/actuator", "/portal/assets", "/status");
    private static final Map<String, MediaType> ASSETS = Map.of(
            "portal.css", MediaType.valueOf("text/css;charset=UTF-8"),
            "portal.js", MediaType.valueOf("text/javascript;charset=UTF-8"),
            "views.js", MediaType.valueOf("text/javascript;charset=UTF-8"),
            "pay.js", MediaType.valueOf("text/javascript;charset=UTF-8"),
            "status.css", MediaType.valueOf("text/css;charset=UTF-8"),
            "status.js", MediaType.valueOf("text/javascript;charset=UTF-8"),
            "mark.svg", MediaType.valueOf("image/svg+xml"));

    @Bean
    RouterFunction<ServerResponse> portal(SecuritySettings security) {
        var settings = Map.of("issuer", security.issuer(), "clientId", CLIENT);
        return RouterFunctions.route()
                .route(
                        reading("/portal/settings.json"),
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(settings))
                .route(reading("/portal/assets/{file}"), PortalPages::asset)
                .route(reading("/portal").or(reading("/portal/**")), _ -> page(HttpStatus.OK, "index.html"))
                .route(
                        reading("/"),
                        _ -> ServerResponse.temporaryRedirect(URI.create("/portal"))
                                .build())
                .build();
    }

    /** For people who mistyped an address; programs get the problem that they can read. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RouterFunction<ServerResponse> notFound() {
        return RouterFunctions.route(
                reading("/**").and(PortalPages::isPage), _ -> page(HttpStatus.NOT_FOUND, "not-found.html"));
    }

    private static boolean isPage(ServerRequest request) {
        return NO_PAGES.stream().noneMatch(request.path()::startsWith)
                && request.headers().accept().stream()
                        .anyMatch(type -> type.isConcrete() && type.isCompatibleWith(MediaType.TEXT_HTML));
    }

    /** HEAD too: mail scanners look at links that way. */
    private static RequestPredicate reading(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private static ServerResponse asset(ServerRequest request) {
        var file = request.pathVariable("file");
        var type = ASSETS.get(file);
        return type == null
                ? ServerResponse.notFound().build()
                : ServerResponse.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                        .body(new ClassPathResource("portal/" + file));
    }

    private static ServerResponse page(HttpStatus status, String file) {
        return ServerResponse.status(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("portal/" + file));
    }
}

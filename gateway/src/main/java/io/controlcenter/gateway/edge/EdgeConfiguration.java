package io.controlcenter.gateway.edge;

import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.platform.problem.ProblemRenderer;
import io.controlcenter.platform.security.SecuritySettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The filters in front of everything, right behind the one that gives a request its correlation id. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    private static final int AFTER_CORRELATION = Ordered.HIGHEST_PRECEDENCE + 6;

    @Bean
    FilterRegistrationBean<EdgeFilter> edgeFilter(
            ProblemRenderer renderer, GatewaySettings settings, SecuritySettings security) {
        var filter = new EdgeFilter(
                renderer, settings.maxHeaders().toBytes(), security.issuer().startsWith("https:"));
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(AFTER_CORRELATION);
        return registration;
    }

    /** Inside the server's own report, which says nothing where something has been said. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusal(ProblemRenderer renderer) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerRefusal(renderer)));
    }

    @Bean
    @ConditionalOnExpression("!'${gateway.cors.allowed-origins:}'.isEmpty()")
    FilterRegistrationBean<CorsFilter> corsFilter(GatewaySettings settings) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.cors().allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        rules.setExposedHeaders(List.of(
                "ETag",
                "Link",
                "Location",
                "Retry-After",
                "X-Correlation-Id",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset"));
        rules.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", rules);
        var registration = new FilterRegistrationBean<>(new CorsFilter(source));
        registration.setOrder(AFTER_CORRELATION + 1);
        return registration;
    }
}

package io.controlcenter.platform.security;

import io.controlcenter.platform.problem.ProblemRenderer;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Makes an application a resource server for scoped tokens. The gateway, which takes other tokens, switches it off. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@ConditionalOnProperty(name = "controlcenter.security.resource-server", matchIfMissing = true)
@EnableConfigurationProperties(SecuritySettings.class)
public class ResourceServerConfiguration {

    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/prometheus", "/actuator/info", "/v3/api-docs/**"
    };

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder scopedTokenDecoder(SecuritySettings settings) {
        return TokenVerifier.remote(settings.jwksUri(), settings.issuer(), settings.audience());
    }

    @Bean
    Unauthorized unauthorized(ProblemRenderer renderer) {
        return new Unauthorized(renderer);
    }

    @Bean
    @Order(100)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            JwtDecoder decoder,
            Unauthorized unauthorized,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        var open = new PublicEndpoints(mappings::getObject);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthorized)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(CallerToken::new)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorized))
                .build();
    }
}

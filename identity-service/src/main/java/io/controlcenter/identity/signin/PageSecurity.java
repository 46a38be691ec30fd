package io.controlcenter.identity.signin;

import io.controlcenter.identity.sessions.Leaving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages: a session, forms with their tokens, and nothing from anywhere else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordSettings.class)
class PageSecurity {

    /**
     * No {@code form-action}: browsers apply it to the redirects after a form too, and signing in ends at the client's own
     * address.
     */
    static final String CONTENT_SECURITY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; " + "frame-ancestors 'none'";

    /** The user name that somebody typed with a wrong password. */
    static final String TYPED_NAME = "controlcenter.typed-name";

    private static final int LONGEST_NAME = 254;
    private static final String[] FOR_SIGNED_IN = {
        "/account", "/account/password", "/account/second-factor/**", "/account/sessions/**"
    };

    /** Not a bean: Spring would make it everybody's as well, and ask it twice. */
    private record ByPassword(SigningIn signingIn) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication given) {
            return signingIn.authenticate(given);
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
        }
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(20)
    SecurityFilterChain signInSecurity(HttpSecurity http, SigningIn signingIn, Entrance entrance, Leaving leaving) {
        return http.securityMatcher("/login/**", "/logout", "/account/**")
                .authenticationProvider(new ByPassword(signingIn))
                .authorizeHttpRequests(requests -> requests.requestMatchers(FOR_SIGNED_IN)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler((request, response, authentication) -> {
                            request.getSession().removeAttribute(TYPED_NAME);
                            entrance.entered(request, authentication);
                            response.sendRedirect(Entrance.next(request, response));
                        })
                        .failureHandler(PageSecurity::failed))
                .logout(logout -> logout.addLogoutHandler(leaving).logoutSuccessUrl("/login?goodbye"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof SigningIn.MoreAsked more) {
            request.changeSessionId();
            more.pending().keep(request);
            request.getSession().removeAttribute(TYPED_NAME);
        } else {
            keepName(request);
        }
        response.sendRedirect(
                switch (exception) {
                    case SigningIn.MoreAsked more ->
                        switch (more.pending().demand()) {
                            case ENROLMENT -> "/login/enrolment";
                            case CODE, NOTHING -> "/login/second-factor";
                        };
                    case SigningIn.Paused paused -> "/login?pause=" + paused.minutes();
                    case DisabledException _ -> "/login?disabled";
                    default -> "/login?wrong";
                });
    }

    /** So that only the password has to be typed again. */
    private static void keepName(HttpServletRequest request) {
        var name = request.getParameter("username");
        if (name != null && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl)) {
            request.getSession().setAttribute(TYPED_NAME, name.strip());
        }
    }
}

package io.controlcenter.identity.signin;

import io.controlcenter.identity.users.application.ChangingUsers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages: a session, forms with their tokens, and nothing from anywhere else. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    /**
     * No {@code form-action}: browsers apply it to the redirects after a form too, and signing in ends at the client's own
     * address.
     */
    static final String CONTENT_SECURITY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; " + "frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(20)
    SecurityFilterChain signInSecurity(
            HttpSecurity http,
            Credentials credentials,
            SignInThrottle throttle,
            ChangingUsers users,
            PasswordEncoder passwords) {
        return http.securityMatcher("/login", "/logout", "/account/**")
                .authenticationProvider(new SigningIn(credentials, throttle, users, passwords))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/account")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form ->
                        form.loginPage("/login").defaultSuccessUrl("/account").failureHandler(failures()))
                .logout(logout -> logout.logoutSuccessUrl("/login?goodbye"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static AuthenticationFailureHandler failures() {
        return (_, response, exception) -> response.sendRedirect(
                switch (exception) {
                    case SigningIn.Paused paused -> "/login?pause=" + paused.minutes();
                    case DisabledException _ -> "/login?disabled";
                    default -> "/login?wrong";
                });
    }
}

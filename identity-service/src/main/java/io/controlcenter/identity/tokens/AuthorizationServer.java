package io.controlcenter.identity.tokens;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.clients.ClientSecretEncoder;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.sessions.Leaving;
import io.controlcenter.identity.sessions.SignIns;
import io.controlcenter.identity.users.application.OwnProfile;
import io.controlcenter.platform.security.CachingJwtDecoder;
import io.controlcenter.platform.security.SecuritySettings;
import io.controlcenter.platform.security.TokenVerifier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the OAuth2 and OpenID Connect provider together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class AuthorizationServer {

    private static final RequestMatcher AUTHORIZE = path("/oauth2/authorize");
    /** Answered with {@code login_required} by the endpoint itself. */
    private static final RequestMatcher SILENT = new AndRequestMatcher(AUTHORIZE, FreshSignIn::isSilent);

    private static final RequestMatcher BROWSER =
            new AndRequestMatcher(AUTHORIZE, new MediaTypeRequestMatcher(MediaType.TEXT_HTML));

    @Bean
    @Order(10)
    SecurityFilterChain authorizationServerSecurity(
            HttpSecurity http,
            RegisteredClientRepository clients,
            AccessTokenVerifier accessTokens,
            JwtEncoder encoder,
            Subjects subjects,
            SecuritySettings security,
            RealTime time,
            ClientAssertions assertions,
            Clock clock,
            Leaving leaving) {
        var server = new OAuth2AuthorizationServerConfigurer();
        var exchange = new TokenExchange(accessTokens.decoder(), encoder, subjects, security, time);
        var publicRefresh = new PublicRefresh(clients);
        var secretEncoder = new ClientSecretEncoder(clock);
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        configurer -> configurer
                                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                                provider -> provider.providerConfigurationCustomizer(
                                                        about -> about.claims(Discovery::correctForSignIn)))
                                        .logoutEndpoint(end -> end.logoutResponseHandler(signedOut(leaving))
                                                .errorResponseHandler(AuthorizationServer::notSignedOut)))
                                .authorizationServerMetadataEndpoint(
                                        metadata -> metadata.authorizationServerMetadataCustomizer(
                                                about -> about.claims(Discovery::correct)))
                                .clientAuthentication(client -> client.authenticationConverter(publicRefresh)
                                        .authenticationProvider(publicRefresh)
                                        .authenticationProviders(providers -> providers.forEach(
                                                provider -> proveBy(provider, secretEncoder, assertions))))
                                .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(
                                        providers -> providers.forEach(AuthorizationServer::readMaxAge)))
                                .tokenIntrospectionEndpoint(endpoint -> endpoint.authenticationProviders(
                                        providers -> providers.replaceAll(OwnTokensOnly::new)))
                                .tokenEndpoint(endpoint -> endpoint.authenticationProviders(providers -> {
                                    providers.removeIf(OAuth2TokenExchangeAuthenticationProvider.class::isInstance);
                                    providers.add(exchange);
                                })))
                .addFilterAfter(new UnreadableParameters(BROWSER), HeaderWriterFilter.class)
                .addFilterAfter(new FreshSignIn(AUTHORIZE, time), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SILENT)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.decoder(accessTokens.decoder())))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), BROWSER)
                        .defaultAuthenticationEntryPointFor(
                                (_, response, _) -> invalidClient(response), path(HttpMethod.POST, "/oauth2/**")))
                .build();
    }

    private static AuthenticationSuccessHandler signedOut(Leaving leaving) {
        var handler = new OidcLogoutAuthenticationSuccessHandler();
        handler.setLogoutHandler((request, response, logout) -> {
            var who = logout instanceof OidcLogoutAuthenticationToken asked
                            && asked.getPrincipal() instanceof Authentication person
                    ? person
                    : logout;
            leaving.logout(request, response, who);
            new SecurityContextLogoutHandler().logout(request, response, who);
        });
        return handler;
    }

    /** An id token whose sign-in has ended elsewhere is no reason for an error: whoever is still here is asked. */
    private static void notSignedOut(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof OAuth2AuthenticationException known
                && OAuth2ErrorCodes.INVALID_TOKEN.equals(known.getError().getErrorCode())) {
            response.sendRedirect("/logout");
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void proveBy(
            AuthenticationProvider provider, ClientSecretEncoder secretEncoder, ClientAssertions assertions) {
        switch (provider) {
            case ClientSecretAuthenticationProvider secrets -> secrets.setPasswordEncoder(secretEncoder);
            case JwtClientAssertionAuthenticationProvider signed -> signed.setJwtDecoderFactory(assertions);
            default -> {
                // as it is
            }
        }
    }

    private static void readMaxAge(AuthenticationProvider provider) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
            codes.setAuthenticationValidator(
                    new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(FreshSignIn::requireReadable));
        }
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    /** Programs are told in OAuth's own words (RFC 6749, 5.2), not sent to a page for people. */
    private static void invalidClient(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write("{\"error\":\"invalid_client\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(SecuritySettings security) {
        return AuthorizationServerSettings.builder().issuer(security.issuer()).build();
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder;
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            JdbcOperations jdbc,
            JdbcClient db,
            RegisteredClientRepository clients,
            TransactionTemplate transaction,
            SignIns signIns,
            SecurityJournal journal,
            IdTokenHints hints) {
        return new Authorizations(jdbc, db, clients, transaction, signIns, journal, hints);
    }

    @Bean
    OAuth2AuthorizationConsentService authorizationConsents(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(JwtEncoder encoder, OwnProfile profiles, RealTime time) {
        var jwts = new JwtGenerator(encoder);
        jwts.setJwtCustomizer(new AccessTokenClaims(profiles));
        return new DelegatingOAuth2TokenGenerator(jwts, new RefreshTokens(time));
    }

    /** Verifies the access tokens of people and partners; not a bean of the decoder's type, which guards our own API. */
    record AccessTokenVerifier(CachingJwtDecoder decoder) {}

    @Bean
    AccessTokenVerifier accessTokenVerifier(JWKSource<SecurityContext> keys, SecuritySettings security) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(TokenVerifier.validator(security.issuer(), AccessTokenClaims.AUDIENCE));
        return new AccessTokenVerifier(new CachingJwtDecoder(decoder, 10_000));
    }
}

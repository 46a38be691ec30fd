package io.controlcenter.identity.clients;

import io.controlcenter.identity.IdentitySettings;
import io.controlcenter.identity.secrets.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Clients as the authorization server knows them: what each kind may ask it for. */
@Component
public class Registrations {

    private static final String JWKS = "controlcenter.client.jwks";
    private final RegisteredClientRepository repository;
    private final JdbcClient db;
    private final IdentitySettings settings;

    Registrations(RegisteredClientRepository repository, JdbcClient db, IdentitySettings settings) {
        this.repository = repository;
        this.db = db;
        this.settings = settings;
    }

    /** The public keys that a client was registered with. */
    public static Optional<String> jwks(RegisteredClient client) {
        return Optional.ofNullable(client.getClientSettings().getSetting(JWKS));
    }

    /** A front-end: people sign in by authorization code, always with PKCE, and stay signed in by rotating tokens. */
    public void putPublic(String clientId, String name, List<String> redirectUris, List<String> afterSignOut) {
        put(
                clientId,
                name,
                null,
                null,
                client -> client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                        .redirectUris(uris -> uris.addAll(redirectUris))
                        .postLogoutRedirectUris(uris -> uris.addAll(afterSignOut))
                        .scope(OidcScopes.OPENID)
                        .scope(OidcScopes.PROFILE)
                        .scope(OidcScopes.EMAIL));
    }

    /**
     * A partner's program: scopes are permissions.
     *
     * @param secrets as {@link ClientSecretEncoder} reads them
     */
    void putConfidential(ApiClient wanted, String secrets) {
        put(wanted.clientId(), wanted.name(), secrets.isEmpty() ? null : secrets, wanted.jwks(), client -> {
            if (!secrets.isEmpty()) {
                client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
            }
            if (wanted.jwks() != null) {
                client.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
            }
            if (secrets.isEmpty() && wanted.jwks() == null) {
                // one whose secrets have all expired: known, and refused
                client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
            }
            client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scopes(scopes -> scopes.addAll(wanted.permissions()));
        });
    }

    /** The one client that may exchange tokens. */
    public void putExchanging(String clientId, String name, String secret) {
        put(
                clientId,
                name,
                Secrets.hash(secret),
                null,
                client -> client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE));
    }

    private void put(
            String clientId,
            String name,
            @Nullable String secret,
            @Nullable String jwks,
            Consumer<RegisteredClient.Builder> kind) {
        var present = repository.findByClientId(clientId);
        var id = present == null ? UUID.randomUUID().toString() : present.getId();
        var client = RegisteredClient.withId(id)
                .clientId(clientId)
                .clientName(name)
                .clientSettings(clientSettings(jwks))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokenValidFor())
                        .refreshTokenTimeToLive(settings.refreshTokenValidFor())
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build());
        if (secret != null) {
            client.clientSecret(secret);
        }
        kind.accept(client);
        repository.save(client.build());
    }

    private static ClientSettings clientSettings(@Nullable String jwks) {
        var client = ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false);
        return jwks == null
                ? client.build()
                : client.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                        .setting(JWKS, jwks)
                        .build();
    }

    /** Takes the client away with every token that was issued through it. */
    void remove(String clientId) {
        var client = repository.findByClientId(clientId);
        if (client != null) {
            endTokens(client.getId());
            db.sql("delete from oauth2_registered_client where id = :id")
                    .param("id", client.getId())
                    .update();
        }
    }

    private void endTokens(String id) {
        for (var table : List.of("oauth2_authorization", "oauth2_authorization_consent")) {
            db.sql("delete from " + table + " where registered_client_id = :id")
                    .param("id", id)
                    .update();
        }
    }
}

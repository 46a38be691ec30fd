package io.controlcenter.identity.clients;

import io.controlcenter.identity.IdentitySettings;
import io.controlcenter.identity.secrets.Secrets;
import java.util.List;
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

    private final RegisteredClientRepository repository;
    private final JdbcClient db;
    private final IdentitySettings settings;

    Registrations(RegisteredClientRepository repository, JdbcClient db, IdentitySettings settings) {
        this.repository = repository;
        this.db = db;
        this.settings = settings;
    }

    /** A front-end: people sign in by authorization code, always with PKCE, and stay signed in by rotating tokens. */
    public void putPublic(String clientId, String name, List<String> redirectUris, List<String> afterSignOut) {
        put(
                clientId,
                name,
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

    /** A partner's program: scopes are permissions. */
    public void putConfidential(String clientId, String name, String secret, List<String> permissions) {
        put(
                clientId,
                name,
                secret,
                client -> client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scopes(scopes -> scopes.addAll(permissions)));
    }

    /** The one client that may exchange tokens. */
    public void putExchanging(String clientId, String name, String secret) {
        put(
                clientId,
                name,
                secret,
                client -> client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE));
    }

    private void put(String clientId, String name, @Nullable String secret, Consumer<RegisteredClient.Builder> kind) {
        var present = repository.findByClientId(clientId);
        var id = present == null ? UUID.randomUUID().toString() : present.getId();
        var client = RegisteredClient.withId(id)
                .clientId(clientId)
                .clientName(name)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokenValidFor())
                        .refreshTokenTimeToLive(settings.refreshTokenValidFor())
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build());
        if (secret != null) {
            client.clientSecret(Secrets.hash(secret));
        }
        kind.accept(client);
        repository.save(client.build());
    }

    /** Takes the client away with every token that was issued through it. */
    void remove(String clientId) {
        var client = repository.findByClientId(clientId);
        if (client != null) {
            for (var table : List.of("oauth2_authorization", "oauth2_authorization_consent")) {
                db.sql("delete from " + table + " where registered_client_id = :id")
                        .param("id", client.getId())
                        .update();
            }
            db.sql("delete from oauth2_registered_client where id = :id")
                    .param("id", client.getId())
                    .update();
        }
    }
}

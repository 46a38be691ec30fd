package io.controlcenter.identity.tokens;

import io.controlcenter.identity.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is signed in through which client, by Spring's own table; and a memory of refresh tokens that were replaced.
 * When one of those comes back it was copied, and nobody can say by whom: the whole sign-in ends.
 */
class Authorizations implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService stored;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Authorizations(
            JdbcOperations jdbc, JdbcClient db, RegisteredClientRepository clients, TransactionTemplate transaction) {
        this.stored = new JdbcOAuth2AuthorizationService(jdbc, clients);
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        transaction.executeWithoutResult(_ -> {
            rememberReplaced(authorization);
            stored.save(authorization);
        });
    }

    private void rememberReplaced(OAuth2Authorization authorization) {
        var token = authorization.getRefreshToken();
        if (token == null) {
            return;
        }
        db.sql("""
                        select refresh_token_value from oauth2_authorization
                        where id = :id and refresh_token_value <> :token for update""")
                .param("id", authorization.getId())
                .param("token", token.getToken().getTokenValue())
                .query(String.class)
                .optional()
                .ifPresent(spent -> db.sql("""
                                insert into spent_refresh_token (token_hash, authorization_id) values (:hash, :id)
                                on conflict do nothing""")
                        .param("hash", Secrets.hash(spent))
                        .param("id", authorization.getId())
                        .update());
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    /** Spring's own callers leave the type out when any will do, whatever the interface says. */
    @Override
    @SuppressWarnings("NullAway")
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var found = stored.findByToken(token, type);
        if (found == null && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            endWhatWasCopied(token);
        }
        return found;
    }

    private void endWhatWasCopied(String spent) {
        db.sql("""
                        delete from oauth2_authorization where id =
                          (select authorization_id from spent_refresh_token where token_hash = :hash)""").param("hash", Secrets.hash(spent)).update();
    }
}

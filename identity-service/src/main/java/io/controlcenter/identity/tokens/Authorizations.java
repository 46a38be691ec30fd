package io.controlcenter.identity.tokens;

import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.identity.sessions.SignIns;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is signed in through which client, by Spring's own table; and a memory of refresh tokens that were replaced.
 * When one of those comes back it was copied, and nobody can say by whom: the whole sign-in ends.
 */
class Authorizations implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService stored;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final SignIns signIns;
    private final SecurityJournal journal;
    private final IdTokenHints hints;

    Authorizations(
            JdbcOperations jdbc,
            JdbcClient db,
            RegisteredClientRepository clients,
            TransactionTemplate transaction,
            SignIns signIns,
            SecurityJournal journal,
            IdTokenHints hints) {
        this.stored = new JdbcOAuth2AuthorizationService(jdbc, clients);
        this.db = db;
        this.transaction = transaction;
        this.signIns = signIns;
        this.journal = journal;
        this.hints = hints;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        transaction.executeWithoutResult(_ -> {
            rememberReplaced(authorization);
            stored.save(authorization);
            signIn(authorization).ifPresent(id -> signIns.authorized(id, authorization.getId()));
            if (isRevoked(authorization)) {
                tell(
                        authorization.getPrincipalName(),
                        authorization.getAuthorizationGrantType(),
                        authorization.getId());
            }
        });
    }

    private static Optional<String> signIn(OAuth2Authorization authorization) {
        return authorization.getAttribute(Principal.class.getName())
                                instanceof UsernamePasswordAuthenticationToken person
                        && person.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getSessionId())
                : Optional.empty();
    }

    private static boolean isRevoked(OAuth2Authorization authorization) {
        var token = authorization.getAccessToken();
        return token != null && token.isInvalidated();
    }

    /** Whoever keeps what the token was exchanged for has to hear of it. */
    private void tell(String principal, AuthorizationGrantType grant, String id) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant)) {
            journal.clientTokenRevoked(principal);
        } else {
            journal.signedOut(principal, id);
        }
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
        if (token.indexOf('\0') >= 0) {
            return null; // no database takes the question
        }
        var found = stored.findByToken(token, type);
        if (found == null && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            endWhatWasCopied(token);
        }
        if (found == null && type != null && OidcParameterNames.ID_TOKEN.equals(type.getValue())) {
            return hints.authorization(token).map(stored::findById).orElse(null);
        }
        return found;
    }

    private void endWhatWasCopied(String spent) {
        transaction.executeWithoutResult(_ -> db.sql("""
                        delete from oauth2_authorization where id =
                          (select authorization_id from spent_refresh_token where token_hash = :hash)
                        returning id, principal_name""")
                .param("hash", Secrets.hash(spent))
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(ended -> journal.signedOut(ended.getValue(), ended.getKey())));
    }
}

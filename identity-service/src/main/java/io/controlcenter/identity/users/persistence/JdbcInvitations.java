package io.controlcenter.identity.users.persistence;

import io.controlcenter.identity.IdentitySettings;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.identity.users.application.Invitations;
import io.controlcenter.identity.users.domain.UserEvent;
import io.controlcenter.platform.security.SecuritySettings;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Only a hash of the link is kept: whoever reads the table cannot use it. */
@Component
class JdbcInvitations implements Invitations {

    private final JdbcClient db;
    private final IdentitySettings settings;
    private final SecuritySettings security;
    private final Clock clock;

    JdbcInvitations(JdbcClient db, IdentitySettings settings, SecuritySettings security, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.security = security;
        this.clock = clock;
    }

    @Override
    public UserEvent.Invited issue(String userId) {
        var token = Secrets.next();
        var expiresAt = clock.instant().plus(settings.invitationValidFor());
        db.sql("delete from invitation where user_id = :user")
                .param("user", userId)
                .update();
        db.sql("insert into invitation (token_hash, user_id, expires_at) values (:hash, :user, :expiresAt)")
                .param("hash", Secrets.hash(token))
                .param("user", userId)
                .param("expiresAt", OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC))
                .update();
        return new UserEvent.Invited(security.issuer() + "/account/invitation?token=" + token, expiresAt);
    }
}

package io.controlcenter.identity.tokens;

import io.controlcenter.identity.users.application.SignedInSessions;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what a user goes on with, and clears away what has run out by itself. */
@Component
class EndingSessions implements SignedInSessions, DueWork {

    private static final int AT_ONCE = 1000;
    private final JdbcClient db;

    EndingSessions(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String userId) {
        db.sql("delete from oauth2_authorization where principal_name = :user")
                .param("user", userId)
                .update();
        db.sql("delete from sign_in where user_id = :user")
                .param("user", userId)
                .update();
        db.sql("delete from spring_session where principal_name = :user")
                .param("user", userId)
                .update();
    }

    @Override
    public String name() {
        return "clear-expired-authorizations";
    }

    /** By the database's clock: tokens keep real time. One hour later, so that nothing is missed by a slow clock. */
    @Override
    @Transactional
    public int doDue(Instant now) {
        return db.sql("""
                        delete from oauth2_authorization where id in (
                          select id from oauth2_authorization
                          where greatest(authorization_code_expires_at, access_token_expires_at, refresh_token_expires_at)
                            < now() - interval '1 hour'
                          limit :most for update skip locked)""").param("most", AT_ONCE).update();
    }
}

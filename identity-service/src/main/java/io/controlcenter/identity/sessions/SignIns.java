package io.controlcenter.identity.sessions;

import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.journal.Happening;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.platform.work.DueWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers in which people are signed in. A sign-in lives as long as its browser session, or as what a front-end
 * was authorized for through it; ending it ends both, and with them every access token that came of it.
 */
@Component
public class SignIns implements DueWork {

    /** The authority of whoever proved a second factor too. */
    public static final String SECOND_FACTOR = "FACTOR_TOTP";

    private static final int LONGEST_AGENT = 300;
    private final JdbcClient db;
    private final RealTime time;
    private final SecurityJournal journal;

    SignIns(JdbcClient db, RealTime time, SecurityJournal journal) {
        this.db = db;
        this.time = time;
        this.journal = journal;
    }

    /**
     * A browser in which somebody just signed in.
     *
     * @param sessionId the HTTP session's
     */
    public record Begun(
            String signInId, String userId, String sessionId, String address, String userAgent, boolean secondFactor) {}

    /** @param clients names of the applications that were used through it */
    record SignIn(
            String signInId,
            Instant signedInAt,
            Instant lastUsedAt,
            String address,
            String userAgent,
            boolean secondFactor,
            List<String> clients) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void begun(Begun begun) {
        db.sql("""
                        insert into sign_in (sign_in_id, user_id, session_id, at, address, user_agent, second_factor)
                        values (:id, :user, :session, :at, :address, :agent, :second)""")
                .param("id", begun.signInId())
                .param("user", begun.userId())
                .param("session", begun.sessionId())
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .param("address", begun.address())
                .param("agent", readable(begun.userAgent()))
                .param("second", begun.secondFactor())
                .update();
    }

    private static String readable(String agent) {
        var printable = agent.replaceAll("\\p{Cntrl}", "");
        return printable.substring(0, Math.min(LONGEST_AGENT, printable.length()));
    }

    /** A front-end was authorized through it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void authorized(String signInId, String authorizationId) {
        db.sql("""
                        insert into sign_in_authorization (authorization_id, sign_in_id)
                        select :authorization, sign_in_id from sign_in where sign_in_id = :id on conflict do nothing""")
                .param("authorization", authorizationId)
                .param("id", signInId)
                .update();
    }

    /** Newest first; only what still goes on. */
    @Transactional(readOnly = true)
    List<SignIn> of(String userId) {
        return db.sql("""
                        select s.*, a.clients,
                          greatest(s.at, to_timestamp(b.last_access_time / 1000.0), a.used_at) as last_used_at
                        from sign_in s
                        left join spring_session b
                          on b.session_id = s.session_id and b.expiry_time > extract(epoch from now()) * 1000
                        left join lateral (
                          select max(o.access_token_issued_at) as used_at,
                            array_agg(distinct c.client_name order by c.client_name) as clients
                          from sign_in_authorization l
                          join oauth2_authorization o on o.id = l.authorization_id
                            and coalesce(o.refresh_token_expires_at, o.access_token_expires_at) > now()
                          join oauth2_registered_client c on c.id = o.registered_client_id
                          where l.sign_in_id = s.sign_in_id) a on true
                        where s.user_id = :user and (b.session_id is not null or a.used_at is not null)
                        order by s.at desc, s.sign_in_id""").param("user", userId).query((row, _) -> signIn(row)).list();
    }

    private static SignIn signIn(ResultSet row) throws SQLException {
        var clients = row.getArray("clients");
        return new SignIn(
                row.getString("sign_in_id"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getString("address"),
                row.getString("user_agent"),
                row.getBoolean("second_factor"),
                clients == null ? List.of() : List.of((String[]) clients.getArray()));
    }

    /** False when it is not one of the user's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(String userId, String signInId, @Nullable String address) {
        var mine = db.sql("select session_id from sign_in where sign_in_id = :id and user_id = :user for update")
                .param("id", signInId)
                .param("user", userId)
                .query(String.class)
                .optional();
        mine.ifPresent(session -> {
            remove(signInId, session);
            journal.happened(userId, Happening.SIGNED_OUT, address);
            journal.signedOut(userId, signInId);
        });
        return mine.isPresent();
    }

    private void remove(String signInId, String session) {
        db.sql("""
                        delete from oauth2_authorization where id in
                          (select authorization_id from sign_in_authorization where sign_in_id = :id)""").param("id", signInId).update();
        db.sql("delete from spring_session where session_id = :session")
                .param("session", session)
                .update();
        db.sql("delete from sign_in where sign_in_id = :id")
                .param("id", signInId)
                .update();
    }

    /**
     * Everywhere but here.
     *
     * @param kept the sign-in that stays; null for none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endOthers(String userId, @Nullable String kept) {
        db.sql("""
                        delete from oauth2_authorization o where o.principal_name = :user and not exists (
                          select 1 from sign_in_authorization l where l.authorization_id = o.id and l.sign_in_id = :kept)""").param("user", userId).param("kept", kept).update();
        db.sql("""
                        delete from spring_session b where b.principal_name = :user and not exists (
                          select 1 from sign_in s where s.session_id = b.session_id and s.sign_in_id = :kept)""").param("user", userId).param("kept", kept).update();
        db.sql("delete from sign_in where user_id = :user and sign_in_id is distinct from :kept")
                .param("user", userId)
                .param("kept", kept)
                .update();
        journal.happened(userId, Happening.SIGNED_OUT_EVERYWHERE, null);
        journal.signedOutEverywhere(userId);
    }

    @Override
    public String name() {
        return "clear-ended-sign-ins";
    }

    /** By the database's clock, like sessions and tokens; an hour later, so that a session is there by then. */
    @Override
    @Transactional
    public int doDue(Instant now) {
        db.sql("""
                        delete from sign_in s where s.at < now() - interval '1 hour'
                          and not exists (select 1 from spring_session b where b.session_id = s.session_id)
                          and not exists (select 1 from sign_in_authorization l where l.sign_in_id = s.sign_in_id)""").update();
        return 0;
    }
}

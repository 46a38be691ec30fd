package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.security.SecuritySettings;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the proven ones their link, once the answer is given, and ends what was not followed in time. An address gets so
 * many mails in a day and no more, whoever enters it.
 */
@Component
class MailingLinks implements DueWork {

    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final RegistrationEventsOut events;
    private final RegistrationSettings settings;
    private final SecuritySettings security;

    MailingLinks(
            JdbcClient db, RegistrationEventsOut events, RegistrationSettings settings, SecuritySettings security) {
        this.db = db;
        this.events = events;
        this.settings = settings;
        this.security = security;
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    @Transactional
    public int doDue(Instant now) {
        var waiting = db.sql("""
                        select * from registration where state = 'PENDING_EMAIL' and mailed_at is null
                          and enterprise_id is not null order by id limit :most for update skip locked""")
                .param("most", AT_ONCE)
                .query((row, _) -> RegistrationRows.registration(row))
                .list();
        waiting.forEach(registration -> mail(registration, now));
        return waiting.size() + expire(now);
    }

    private void mail(Registration registration, Instant now) {
        var token = Secrets.next();
        var enough = mailsSince(registration.applicant().email(), now.minus(java.time.Duration.ofDays(1)))
                >= settings.mailsPerDay();
        db.sql("update registration set mailed_at = :now, token_hash = :hash where registration_id = :id")
                .param("now", at(now))
                .param("hash", Secrets.hash(token))
                .param("id", registration.registrationId())
                .update();
        if (!enough) {
            events.submitted(registration, security.issuer() + "/account/registration?token=" + token);
        }
    }

    private long mailsSince(String email, Instant since) {
        return db.sql("select count(*) from registration where lower(email) = lower(:email) and mailed_at > :since")
                .param("email", email)
                .param("since", at(since))
                .query(Long.class)
                .single();
    }

    /** What was never proven leaves no trace. */
    private int expire(Instant now) {
        return db.sql("""
                        update registration set state = 'EXPIRED', version = version + 1 where registration_id in (
                          select registration_id from registration
                          where state = 'PENDING_EMAIL' and expires_at <= :now and enterprise_id is not null
                          limit :most)""").param("now", at(now)).param("most", AT_ONCE).update()
                + db.sql("""
                        delete from registration where registration_id in (
                          select registration_id from registration
                          where state = 'PENDING_EMAIL' and expires_at <= :now and enterprise_id is null limit :most)""").param("now", at(now)).param("most", AT_ONCE).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

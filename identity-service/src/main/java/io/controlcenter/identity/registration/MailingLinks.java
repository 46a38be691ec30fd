package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.security.SecuritySettings;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;

    MailingLinks(
            JdbcClient db,
            RegistrationEventsOut events,
            RegistrationSettings settings,
            SecuritySettings security,
            OneByOne oneByOne,
            TransactionTemplate transaction) {
        this.db = db;
        this.events = events;
        this.settings = settings;
        this.security = security;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                        name(),
                        now,
                        this::waiting,
                        Registration::registrationId,
                        registration -> mail(registration, now))
                + transaction.execute(_ -> expire(now));
    }

    private List<Registration> waiting(int atMost) {
        return db.sql("""
                        select * from registration where state = 'PENDING_EMAIL' and mailed_at is null
                          and enterprise_id is not null order by id limit :most""")
                .param("most", atMost)
                .query((row, _) -> RegistrationRows.registration(row))
                .list();
    }

    /** Each is mailed once: false when it was. */
    private boolean mail(Registration registration, Instant now) {
        var token = Secrets.next();
        var enough = mailsSince(registration.applicant().email(), now.minus(java.time.Duration.ofDays(1)))
                >= settings.mailsPerDay();
        var first = db.sql("""
                        update registration set mailed_at = :now, token_hash = :hash
                        where registration_id = :id and mailed_at is null""")
                .param("now", at(now))
                .param("hash", Secrets.hash(token))
                .param("id", registration.registrationId())
                .update();
        if (first > 0 && !enough) {
            events.submitted(registration, security.issuer() + "/account/registration?token=" + token);
        }
        return first > 0;
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

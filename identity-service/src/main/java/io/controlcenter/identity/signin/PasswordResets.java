package io.controlcenter.identity.signin;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.journal.Happening;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.identity.sessions.SignIns;
import io.controlcenter.identity.throttling.Throttle;
import io.controlcenter.identity.throttling.Throttle.Bucket;
import io.controlcenter.platform.security.SecuritySettings;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A new password by mail. Whoever asks gets the same answer in the same time, known or not: the wish is only written
 * down, and looked up afterwards. The link works once; a new one replaces it; and the new password ends every sign-in.
 */
@Component
class PasswordResets implements DueWork {

    private static final int FREE_OF_NAME = 3;
    private static final int FREE_OF_ADDRESS = 20;
    private static final int LONGEST = 254;

    private final JdbcClient db;
    private final Passwords passwords;
    private final PasswordSettings settings;
    private final Throttle throttle;
    private final SignIns signIns;
    private final SecurityJournal journal;
    private final Everywhere everywhere;
    private final SecuritySettings security;
    private final Clock clock;
    private final OneByOne oneByOne;

    PasswordResets(
            JdbcClient db,
            Passwords passwords,
            PasswordSettings settings,
            Throttle throttle,
            SignIns signIns,
            SecurityJournal journal,
            Everywhere everywhere,
            SecuritySettings security,
            Clock clock,
            OneByOne oneByOne) {
        this.db = db;
        this.passwords = passwords;
        this.settings = settings;
        this.throttle = throttle;
        this.signIns = signIns;
        this.journal = journal;
        this.everywhere = everywhere;
        this.security = security;
        this.clock = clock;
        this.oneByOne = oneByOne;
    }

    /** Somebody forgot the password. Too many wishes for one name or from one address are forgotten, silently. */
    void wish(String typed, String address) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            return;
        }
        everywhere.run(() -> {
            var ofName = Bucket.of("reset-name", name, FREE_OF_NAME);
            var ofAddress = Bucket.of("reset-address", address, FREE_OF_ADDRESS);
            if (throttle.pause(ofName, ofAddress).isEmpty()) {
                throttle.failed(ofName);
                throttle.failed(ofAddress);
                db.sql("insert into password_reset_wish (typed, address, at) values (:typed, :address, :now)")
                        .param("typed", name)
                        .param("address", address)
                        .param("now", at(clock.instant()))
                        .update();
            }
        });
    }

    @Override
    public String name() {
        return "send-password-resets";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, this::wishes, this::grant);
    }

    private List<String> wishes(int atMost) {
        return db.sql("select id from password_reset_wish order by id limit :most")
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Each once: false when it was. */
    private boolean grant(String wishId) {
        var wish = db.sql("delete from password_reset_wish where id = :id returning typed, address")
                .param("id", Long.valueOf(wishId))
                .query((row, _) -> new Wish(row.getString(1), row.getString(2)))
                .optional();
        wish.ifPresent(one -> users(one.typed()).forEach(userId -> send(userId, one.address())));
        return wish.isPresent();
    }

    private record Wish(String typed, String address) {}

    /** By user name, or by the address that mails go to; only those who have a password and may sign in. */
    private List<String> users(String typed) {
        return db.sql("""
                        select user_id from app_user
                        where (username = :typed or lower(email) = :typed) and status in ('ACTIVE', 'INVITED')
                          and password_hash is not null
                        order by username <> :typed, id limit 5""")
                .param("typed", typed)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void send(String userId, String address) {
        var token = Secrets.next();
        var expiresAt = clock.instant().plus(settings.resetValidFor());
        db.sql("delete from password_reset where user_id = :user")
                .param("user", userId)
                .update();
        db.sql("insert into password_reset (token_hash, user_id, expires_at) values (:hash, :user, :expires)")
                .param("hash", Secrets.hash(token))
                .param("user", userId)
                .param("expires", at(expiresAt))
                .update();
        var link = security.issuer() + "/account/reset?token=" + token;
        journal.passwordResetRequested(userId, link, expiresAt, address);
    }

    /** Whose link this is, while it works. */
    Optional<Credentials.Login> find(String token) {
        return everywhere.call(() -> valid(token));
    }

    private Optional<Credentials.Login> valid(String token) {
        return db.sql("select" + Credentials.LOGIN + """
                        from password_reset r join app_user u using (user_id)
                        where r.token_hash = :hash and r.used_at is null and r.expires_at > :now
                          and u.status in ('ACTIVE', 'INVITED')""")
                .param("hash", Secrets.hash(token))
                .param("now", at(clock.instant()))
                .query((row, _) -> Credentials.Login.of(row))
                .optional();
    }

    /** What is wrong with the new password; empty when it was taken. Nothing at all when the link is no good any more. */
    Optional<Answer> reset(String token, String password, String repeated, String address) {
        return everywhere.call(() -> valid(token).flatMap(login -> {
            var objection = passwords.objection(login, password, repeated);
            if (objection.isPresent()) {
                return Optional.of(new Answer(login.username(), objection.get()));
            }
            return use(token) ? Optional.of(taken(login, password, address)) : Optional.empty();
        }));
    }

    /** @param objection empty when the password was taken */
    record Answer(String username, String objection) {}

    private boolean use(String token) {
        return db.sql("update password_reset set used_at = :now where token_hash = :hash and used_at is null")
                        .param("hash", Secrets.hash(token))
                        .param("now", at(clock.instant()))
                        .update()
                > 0;
    }

    private Answer taken(Credentials.Login login, String password, String address) {
        passwords.choose(login.userId(), password);
        throttle.forgive(SigningIn.ofName(login.username()));
        journal.happened(login.userId(), Happening.PASSWORD_RESET, address);
        signIns.endOthers(login.userId(), null);
        return new Answer(login.username(), "");
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

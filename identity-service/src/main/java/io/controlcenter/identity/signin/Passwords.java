package io.controlcenter.identity.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People's passwords as they are kept, with some of those before, which may not come again. */
@Component
class Passwords {

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final PasswordSettings settings;
    private final Clock clock;

    Passwords(JdbcClient db, PasswordEncoder encoder, PasswordSettings settings, Clock clock) {
        this.db = db;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    boolean matches(String password, @Nullable String hash) {
        return hash != null && encoder.matches(password, hash);
    }

    /** What is wrong with a new password, for a person; empty when it will do. */
    @Transactional(readOnly = true)
    Optional<String> objection(Credentials.Login login, String password, String repeated) {
        if (!password.equals(repeated)) {
            return Optional.of("The two passwords are not the same.");
        }
        return PasswordPolicy.objection(password, login.username())
                .or(() -> isKnown(login, password)
                        ? Optional.of("You have used this password before. Choose another one.")
                        : Optional.empty());
    }

    private boolean isKnown(Credentials.Login login, String password) {
        return matches(password, login.passwordHash())
                || db
                        .sql("""
                        select password_hash from password_history where user_id = :user order by id desc limit :most""")
                        .param("user", login.userId())
                        .param("most", settings.notAgain())
                        .query(String.class)
                        .list()
                        .stream()
                        .anyMatch(hash -> encoder.matches(password, hash));
    }

    /** Takes the place of the present one, which is remembered. */
    @Transactional
    void choose(String userId, String password) {
        db.sql("""
                        insert into password_history (user_id, password_hash, replaced_at)
                        select user_id, password_hash, :now from app_user
                        where user_id = :user and password_hash is not null""")
                .param("user", userId)
                .param("now", OffsetDateTime.now(clock))
                .update();
        db.sql("""
                        delete from password_history where user_id = :user and id not in (
                          select id from password_history where user_id = :user order by id desc limit :most)""").param("user", userId).param("most", settings.notAgain()).update();
        db.sql("update app_user set password_hash = :hash where user_id = :user")
                .param("hash", encoder.encode(password))
                .param("user", userId)
                .update();
    }
}

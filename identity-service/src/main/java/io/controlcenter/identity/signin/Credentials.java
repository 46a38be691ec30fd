package io.controlcenter.identity.signin;

import io.controlcenter.identity.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, and the links by which the first password is chosen. */
@Component
public class Credentials {

    private final JdbcClient db;
    private final Passwords passwords;
    private final Clock clock;

    Credentials(JdbcClient db, Passwords passwords, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * @param passwordHash null until a password was chosen
     * @param mayEnter false for those who were deactivated or deleted
     */
    record Login(String userId, String username, @Nullable String passwordHash, boolean mayEnter) {

        static Login of(ResultSet row) throws SQLException {
            return new Login(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4));
        }
    }

    static final String LOGIN =
            " u.user_id, u.username, u.password_hash, u.status in ('ACTIVE', 'INVITED') as may_enter ";

    @Transactional(readOnly = true)
    Optional<Login> find(String username) {
        if (username.indexOf('\0') >= 0) {
            return Optional.empty(); // no database takes the question
        }
        return db.sql("select" + LOGIN + "from app_user u where u.username = :username")
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .query((row, _) -> Login.of(row))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Login> of(String userId) {
        return db.sql("select" + LOGIN + "from app_user u where u.user_id = :user")
                .param("user", userId)
                .query((row, _) -> Login.of(row))
                .optional();
    }

    /** Whose invitation this is, while it can be used. */
    @Transactional(readOnly = true)
    Optional<Login> invited(String token) {
        return db.sql("select" + LOGIN + """
                        from invitation i join app_user u using (user_id)
                        where i.token_hash = :hash and i.used_at is null and i.expires_at > :now and u.status = 'INVITED'""")
                .param("hash", Secrets.hash(token))
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) -> Login.of(row))
                .optional();
    }

    /** Uses an invitation up; false when somebody was faster, or it has expired meanwhile. */
    @Transactional
    boolean accept(String token, String password) {
        var used = db.sql("""
                        update invitation set used_at = :now where token_hash = :hash and used_at is null and expires_at > :now
                        returning user_id""")
                .param("hash", Secrets.hash(token))
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .optional();
        used.ifPresent(userId -> passwords.choose(userId, password));
        return used.isPresent();
    }

    /** Refuses what {@link PasswordPolicy} objects to. */
    @Transactional
    public void set(String userId, String username, String password) {
        PasswordPolicy.objection(password, username).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        passwords.choose(userId, password);
    }
}

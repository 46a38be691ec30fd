package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.secrets.SecretBox;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code second_factor}, whose secrets are sealed. */
@Component
class FactorRows {

    private final JdbcClient db;
    private final SecretBox box;
    private final Clock clock;

    FactorRows(JdbcClient db, SecretBox box, Clock clock) {
        this.db = db;
        this.box = box;
        this.clock = clock;
    }

    /** @param confirmedAt null while it is being set up */
    record Factor(String secret, @Nullable Instant confirmedAt, long lastStep) {

        boolean isOn() {
            return confirmedAt != null;
        }
    }

    Optional<Factor> find(String userId) {
        return find(userId, "");
    }

    /** Nobody else uses a code of it until the transaction ends. */
    Optional<Factor> lock(String userId) {
        return find(userId, " for update");
    }

    private Optional<Factor> find(String userId, String how) {
        return db.sql("select secret, confirmed_at, last_step from second_factor where user_id = :user" + how)
                .param("user", userId)
                .query((row, _) -> new Factor(
                        box.open(purpose(userId), row.getString(1)),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                        row.getLong(3)))
                .optional();
    }

    /** Of two that begin at once, both see the first one's. */
    void begin(String userId, String secret) {
        db.sql("""
                        insert into second_factor (user_id, secret, last_step, created_at)
                        values (:user, :secret, 0, :now) on conflict do nothing""")
                .param("user", userId)
                .param("secret", box.seal(purpose(userId), secret))
                .param("now", now())
                .update();
    }

    void confirm(String userId) {
        db.sql("update second_factor set confirmed_at = :now where user_id = :user")
                .param("user", userId)
                .param("now", now())
                .update();
    }

    void used(String userId, long step) {
        db.sql("update second_factor set last_step = :step where user_id = :user")
                .param("user", userId)
                .param("step", step)
                .update();
    }

    boolean remove(String userId) {
        return db.sql("delete from second_factor where user_id = :user")
                        .param("user", userId)
                        .update()
                > 0;
    }

    /** Whose secret is sealed by a key on its way out. */
    List<String> sealedByOlder(int atMost) {
        return db.sql("""
                        select user_id from second_factor where not starts_with(secret, :prefix)
                        order by user_id limit :most""")
                .param("prefix", box.currentPrefix())
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    boolean sealAnew(String userId) {
        var secret = db.sql("select secret from second_factor where user_id = :user for update")
                .param("user", userId)
                .query(String.class)
                .optional();
        secret.ifPresent(before -> db.sql("update second_factor set secret = :secret where user_id = :user")
                .param("user", userId)
                .param("secret", box.seal(purpose(userId), box.open(purpose(userId), before)))
                .update());
        return secret.isPresent();
    }

    private static String purpose(String userId) {
        return "second-factor:" + userId;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

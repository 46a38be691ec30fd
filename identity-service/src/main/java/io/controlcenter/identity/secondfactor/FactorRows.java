package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.secrets.SecretBox;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** Seals some anew that a key on its way out has sealed; how many. */
    int sealAnew(int most) {
        var stale = db.sql("""
                        select user_id, secret from second_factor where not starts_with(secret, :prefix)
                        limit :most for update skip locked""")
                .param("prefix", box.currentPrefix())
                .param("most", most)
                .query((row, _) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        for (var row : stale) {
            db.sql("update second_factor set secret = :secret where user_id = :user")
                    .param("user", row[0])
                    .param("secret", box.seal(purpose(row[0]), box.open(purpose(row[0]), row[1])))
                    .update();
        }
        return stale.size();
    }

    private static String purpose(String userId) {
        return "second-factor:" + userId;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

package io.controlcenter.notification.settings;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a person has set up notifications or said not now (handbook S61); identity asks no more once it is so. */
@Component
@Transactional
class Setups {

    private static final String TOPIC = "notification.setting.v1";
    private final JdbcClient db;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Setups(JdbcClient db, Outbox outbox, AuditTrail audit, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The data of {@code notification.setup.completed.v1}. */
    record SetupCompleted(String userId) {}

    /** @param dismissed whether the person only said not now */
    record Setup(String userId, boolean dismissed, Instant completedAt) {}

    Setup complete(String userId, boolean dismissed) {
        var first = db.sql("""
                        insert into notification_setup (user_id, completed_at, dismissed) values (:user, :at, :dismissed)
                        on conflict do nothing""")
                        .param("user", userId)
                        .param("at", OffsetDateTime.now(clock))
                        .param("dismissed", dismissed)
                        .update()
                == 1;
        if (first) {
            audit.record(null, "setup.completed", "user", userId, null, null);
            outbox.append(new OutboxEvent(
                    TOPIC, "notification.setup.completed.v1", userId, null, null, 1, new SetupCompleted(userId)));
        }
        return db.sql("select * from notification_setup where user_id = :user")
                .param("user", userId)
                .query((row, _) -> new Setup(
                        userId,
                        row.getBoolean("dismissed"),
                        row.getObject("completed_at", OffsetDateTime.class).toInstant()))
                .single();
    }
}

package io.controlcenter.platform.audit;

import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.security.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who changed what, in the transaction that changes it (design, 4.5). The table is append-only: the
 * service's role may insert and read, nothing else; what is older than {@code AUDIT_KEPT_FOR} goes by a function of the
 * database's owner.
 */
public class AuditTrail {

    private static final String SYSTEM = "system";
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    public AuditTrail(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Who did something, where no token says it: a person on the sign-in pages, before there is one.
     *
     * @param kind as {@link Caller.Actor}, or {@code SYSTEM}
     */
    public record Actor(String id, String name, String kind) {

        public static final Actor NOBODY_KNOWN = new Actor(SYSTEM, SYSTEM, "SYSTEM");

        static Actor current() {
            return Caller.current()
                    .map(caller -> new Actor(
                            caller.subject(), caller.name(), caller.actor().name()))
                    .orElse(NOBODY_KNOWN);
        }
    }

    /**
     * @param enterpriseId whose data it was; null for what belongs to none, such as a provider's own settings
     * @param action what was done, such as {@code order.submitted}
     * @param subjectType and id: what it was done to
     * @param before what it was, null when it did not exist; any object that JSON can show
     * @param after what it is, null when it is gone
     */
    public void record(
            @Nullable String enterpriseId,
            String action,
            String subjectType,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after) {
        record(Actor.current(), enterpriseId, action, subjectType, subjectId, before, after);
    }

    /** As above, by somebody who is known without a token. */
    public void record(
            Actor actor,
            @Nullable String enterpriseId,
            String action,
            String subjectType,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after) {
        db.sql("""
                        insert into audit_entry (at, enterprise_id, actor_id, actor_name, actor_kind, action,
                          subject_type, subject_id, before, after, correlation_id)
                        values (:at, :enterprise, :actorId, :actorName, :actorKind, :action,
                          :type, :id, cast(:before as jsonb), cast(:after as jsonb), :correlation)""")
                .param("at", OffsetDateTime.now(clock))
                .param("enterprise", enterpriseId == null ? "*" : enterpriseId)
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("actorKind", actor.kind())
                .param("action", action)
                .param("type", subjectType)
                .param("id", subjectId)
                .param("before", before == null ? null : json.writeValueAsString(before))
                .param("after", after == null ? null : json.writeValueAsString(after))
                .param("correlation", Correlation.current())
                .update();
    }
}

package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.EngagementMessages.Contact;
import io.controlcenter.identity.accountteam.domain.Engagement;
import io.controlcenter.identity.accountteam.domain.EngagementKind;
import io.controlcenter.identity.accountteam.domain.EngagementState;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of an account team with its customer, kept and told of. */
@Component
@Transactional
class Engagements {

    private static final Listing LIST = Listing.of("g.*", "engagement g")
            .choice("kind", "g.kind", EngagementKind.class)
            .choice("state", "g.state", EngagementState.class)
            .text("accountId", "g.account_id")
            .instant("scheduledAt", "g.scheduled_at")
            .order("scheduledAt", "g.id");

    private final JdbcClient db;
    private final Outbox outbox;
    private final AuditTrail audit;

    Engagements(JdbcClient db, Outbox outbox, AuditTrail audit) {
        this.db = db;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Page<Engagement> list(String enterpriseId, ListRequest request) {
        return LIST.page(
                db,
                request,
                "g.enterprise_id = :enterprise",
                Map.of("enterprise", enterpriseId),
                (row, _) -> engagement(row));
    }

    @Transactional(readOnly = true)
    List<Engagement> scheduled(String enterpriseId) {
        return db.sql("""
                        select * from engagement where enterprise_id = :enterprise and state = 'SCHEDULED'
                        order by scheduled_at, id limit 1000""")
                .param("enterprise", enterpriseId)
                .query((row, _) -> engagement(row))
                .list();
    }

    Optional<Engagement> find(String enterpriseId, String engagementId, boolean held) {
        return db.sql("select * from engagement where enterprise_id = :enterprise and engagement_id = :id"
                        + (held ? " for update" : ""))
                .param("enterprise", enterpriseId)
                .param("id", engagementId)
                .query((row, _) -> engagement(row))
                .optional();
    }

    /** False when the occasion was met already, or there is no such enterprise. */
    boolean add(Engagement wanted) {
        var added = db.sql("""
                        insert into engagement (engagement_id, enterprise_id, account_id, kind, occasion, state, scheduled_at,
                          note, created_at, version)
                        select :id, enterprise_id, :account, :kind, :occasion, :state, :at, :note, :createdAt, 1
                        from enterprise where enterprise_id = :enterprise and status = 'ACTIVE'
                        on conflict (enterprise_id, kind, occasion) do nothing""")
                        .param("id", wanted.engagementId())
                        .param("enterprise", wanted.enterpriseId())
                        .param("account", wanted.accountId())
                        .param("kind", wanted.kind().name())
                        .param("occasion", wanted.occasion())
                        .param("state", wanted.state().name())
                        .param("at", at(wanted.scheduledAt()))
                        .param("note", wanted.note())
                        .param("createdAt", at(wanted.createdAt()))
                        .update()
                == 1;
        if (added) {
            tell(wanted);
            audited(null, wanted, "engagement.scheduled");
        }
        return added;
    }

    /** Whether the account has such a meeting before it already. */
    boolean isExpected(String enterpriseId, String accountId, EngagementKind kind) {
        return db.sql("""
                        select exists (select 1 from engagement where enterprise_id = :enterprise and account_id = :account
                          and kind = :kind and state = 'SCHEDULED')""")
                .param("enterprise", enterpriseId)
                .param("account", accountId)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    void save(Engagement before, Engagement after, String what) {
        db.sql("""
                        update engagement set state = :state, scheduled_at = :at, note = :note, outcome = :outcome,
                          version = :version where engagement_id = :id""")
                .param("state", after.state().name())
                .param("at", at(after.scheduledAt()))
                .param("note", after.note())
                .param("outcome", after.outcome())
                .param("version", after.version())
                .param("id", after.engagementId())
                .update();
        tell(after);
        audited(before, after, what);
    }

    private void audited(@Nullable Engagement before, Engagement after, String what) {
        audit.record(after.enterpriseId(), what, "engagement", after.engagementId(), before, after);
    }

    private void tell(Engagement engagement) {
        switch (engagement.state()) {
            case SCHEDULED ->
                send(
                        engagement,
                        "identity.engagement.scheduled.v1",
                        new EngagementMessages.Scheduled(
                                engagement.engagementId(),
                                engagement.enterpriseId(),
                                engagement.accountId(),
                                engagement.kind().name(),
                                engagement.scheduledAt(),
                                engagement.note(),
                                contact(engagement.enterpriseId()).orElse(null)));
            case CANCELLED ->
                send(
                        engagement,
                        "identity.engagement.cancelled.v1",
                        new EngagementMessages.Cancelled(
                                engagement.engagementId(),
                                engagement.enterpriseId(),
                                engagement.accountId(),
                                engagement.kind().name(),
                                engagement.scheduledAt(),
                                String.valueOf(engagement.outcome()),
                                contact(engagement.enterpriseId()).orElse(null)));
            case HELD -> {
                // those who met know it
            }
        }
    }

    /** Of the team, the one who is primary. */
    Optional<Contact> contact(String enterpriseId) {
        return db.sql(
                        "select name, email, phone from account_team_member where enterprise_id = :enterprise and is_primary")
                .param("enterprise", enterpriseId)
                .query((row, _) -> new Contact(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    private void send(Engagement engagement, String type, Object data) {
        outbox.append(new OutboxEvent(
                "identity.engagement.v1",
                type,
                engagement.engagementId(),
                engagement.enterpriseId(),
                engagement.accountId(),
                engagement.version(),
                data));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Engagement engagement(ResultSet row) throws SQLException {
        return new Engagement(
                row.getString("engagement_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                EngagementKind.valueOf(row.getString("kind")),
                row.getString("occasion"),
                EngagementState.valueOf(row.getString("state")),
                row.getTimestamp("scheduled_at").toInstant(),
                row.getString("note"),
                row.getString("outcome"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}

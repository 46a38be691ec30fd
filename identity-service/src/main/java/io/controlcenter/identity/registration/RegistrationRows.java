package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.RegistrationMessages.Administrator;
import io.controlcenter.identity.registration.domain.Applicant;
import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.identity.registration.domain.RegistrationState;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registrations in PostgreSQL. Those without an enterprise are in no list and found by nobody. */
@Component
class RegistrationRows {

    private static final Listing LIST = Listing.of("r.*", "registration r")
            .choice("state", "r.state", RegistrationState.class)
            .text("email", "r.email")
            .text("accountId", "r.account_id")
            .instant("submittedAt", "r.submitted_at")
            .order("-submittedAt", "r.id");

    private final JdbcClient db;

    RegistrationRows(JdbcClient db) {
        this.db = db;
    }

    Page<Registration> list(String enterpriseId, ListRequest request) {
        return LIST.page(
                db,
                request,
                "r.enterprise_id = :enterprise",
                Map.of("enterprise", enterpriseId),
                (row, _) -> registration(row));
    }

    Optional<Registration> find(String enterpriseId, String registrationId) {
        return one(
                "enterprise_id = :enterprise and registration_id = :id",
                Map.of("enterprise", enterpriseId, "id", registrationId));
    }

    /** Holds it until the transaction ends. */
    Optional<Registration> held(String enterpriseId, String registrationId) {
        return one(
                "enterprise_id = :enterprise and registration_id = :id for update",
                Map.of("enterprise", enterpriseId, "id", registrationId));
    }

    Optional<Registration> byToken(String tokenHash, String lock) {
        return one("token_hash = :hash and enterprise_id is not null " + lock, Map.of("hash", tokenHash));
    }

    List<Registration> pendingApproval(String enterpriseId) {
        return db.sql(
                        "select * from registration where enterprise_id = :enterprise and state = 'PENDING_APPROVAL' for update")
                .param("enterprise", enterpriseId)
                .query((row, _) -> registration(row))
                .list();
    }

    private Optional<Registration> one(String condition, Map<String, ?> parameters) {
        return db.sql("select * from registration where " + condition)
                .params(parameters)
                .query((row, _) -> registration(row))
                .optional();
    }

    void save(Registration registration) {
        var decision = registration.decision();
        db.sql("""
                        update registration set state = :state, verified_at = :verifiedAt, decided_at = :decidedAt,
                          decided_by = :decidedBy, reason = :reason, user_id = :user, version = :version
                        where registration_id = :id""")
                .param("state", registration.state().name())
                .param("verifiedAt", at(registration.verifiedAt()))
                .param("decidedAt", decision == null ? null : at(decision.at()))
                .param("decidedBy", decision == null ? null : decision.by())
                .param("reason", decision == null ? null : decision.reason())
                .param("user", decision == null ? null : decision.userId())
                .param("version", registration.version())
                .param("id", registration.registrationId())
                .update();
    }

    /** Who can decide on it. */
    List<Administrator> administrators(String enterpriseId) {
        return db.sql("""
                        select u.user_id, u.email, u.first_name || ' ' || u.last_name as name
                        from membership m join app_user u using (user_id)
                        where m.enterprise_id = :enterprise and m.admin and u.status = 'ACTIVE' order by m.id limit 100""")
                .param("enterprise", enterpriseId)
                .query((row, _) -> new Administrator(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                row.getString("registration_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                new Applicant(
                        row.getString("username"),
                        row.getString("email"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("phone"),
                        row.getString("time_zone")),
                RegistrationState.valueOf(row.getString("state")),
                row.getTimestamp("submitted_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("verified_at")),
                decision(row),
                row.getLong("version"));
    }

    private static Registration.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = row.getTimestamp("decided_at");
        return at == null
                ? null
                : new Registration.Decision(
                        row.getString("decided_by"), at.toInstant(), row.getString("reason"), row.getString("user_id"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

package io.controlcenter.billing.coordinators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The provider's billing coordinators. */
@Component
public class Coordinators {

    private final JdbcClient db;

    Coordinators(JdbcClient db) {
        this.db = db;
    }

    /** A member of provider staff with the role BILLING_COORDINATOR. */
    public record StaffMember(
            String userId, String name, @Nullable String phone, String email) {}

    @Transactional(readOnly = true)
    public Optional<StaffMember> find(String userId) {
        return db.sql("select * from billing_coordinator where user_id = :id and active")
                .param("id", userId)
                .query((row, _) -> member(row))
                .optional();
    }

    /**
     * Whoever got a request least recently, of those who can be called before those who cannot; counted as given one now.
     * Held until the transaction ends, so that two requests at once go to two people.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StaffMember> next(Instant now) {
        return db.sql("""
                        update billing_coordinator set last_assigned_at = :now where user_id = (
                          select user_id from billing_coordinator where active
                          order by coalesce(phone, '') = '', last_assigned_at nulls first, user_id
                          limit 1 for update skip locked)
                        returning *""")
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, _) -> member(row))
                .optional();
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                row.getString("user_id"), row.getString("name"), row.getString("phone"), row.getString("email"));
    }
}

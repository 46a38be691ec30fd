package io.controlcenter.identity.users.persistence;

import io.controlcenter.identity.users.domain.Inactivity;
import io.controlcenter.identity.users.domain.InactivityRule;
import io.controlcenter.identity.users.domain.Profile;
import io.controlcenter.identity.users.domain.User;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.identity.users.domain.UserStatus;
import io.controlcenter.identity.users.domain.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcUsers implements Users {

    private final JdbcClient db;
    private final InactivityRule inactivity;

    JdbcUsers(JdbcClient db, InactivityRule inactivity) {
        this.db = db;
        this.inactivity = inactivity;
    }

    @Override
    public Optional<User> find(String userId) {
        return db.sql("select * from app_user where user_id = :id")
                .param("id", userId)
                .query((row, _) -> snapshot(row))
                .optional()
                .map(User::of);
    }

    @Override
    public boolean add(UserSnapshot user) {
        return bound(user, db.sql("""
                        insert into app_user (user_id, username, email, first_name, last_name, phone, time_zone, status,
                          provider_roles, default_enterprise, notification_setup_done, created_at, last_sign_in_at,
                          unused_since, inactive_since, inactivity_warned_of, next_inactivity_step_at, version)
                        values (:id, :username, :email, :firstName, :lastName, :phone, :zone, :status, :roles,
                          :defaultEnterprise, :setupDone, :createdAt, :lastSignInAt,
                          :unusedSince, :inactiveSince, :warnedOf, :nextStep, :version)
                        on conflict (username) do nothing"""))
                        .param("username", user.username())
                        .param("createdAt", at(user.createdAt()))
                        .update()
                == 1;
    }

    @Override
    public UserSnapshot save(User changed) {
        var user = changed.snapshot();
        var rows = bound(user, db.sql("""
                        update app_user set email = :email, first_name = :firstName, last_name = :lastName, phone = :phone,
                          time_zone = :zone, status = :status, provider_roles = :roles,
                          default_enterprise = :defaultEnterprise, notification_setup_done = :setupDone,
                          last_sign_in_at = :lastSignInAt, unused_since = :unusedSince, inactive_since = :inactiveSince,
                          inactivity_warned_of = :warnedOf, next_inactivity_step_at = :nextStep, version = version + 1
                        where user_id = :id and version = :version""")).update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("user " + user.userId());
        }
        return new UserSnapshot(
                user.userId(),
                user.username(),
                user.profile(),
                user.status(),
                user.providerRoles(),
                user.defaultEnterprise(),
                user.notificationSetupDone(),
                user.createdAt(),
                user.lastSignInAt(),
                user.inactivity(),
                user.version() + 1);
    }

    private JdbcClient.StatementSpec bound(UserSnapshot user, JdbcClient.StatementSpec statement) {
        var clock = user.inactivity();
        var next = inactivity.next(user).map(InactivityRule.Step::lookAgainAt);
        return statement
                .param("unusedSince", at(clock.unusedSince()))
                .param("inactiveSince", orNull(clock.inactiveSince()))
                .param(
                        "warnedOf",
                        clock.warnedOf() == null ? null : clock.warnedOf().name())
                .param("nextStep", orNull(next.orElse(null)))
                .param("id", user.userId())
                .param("email", user.profile().email())
                .param("firstName", user.profile().firstName())
                .param("lastName", user.profile().lastName())
                .param("phone", user.profile().phone())
                .param("zone", user.profile().timeZone())
                .param("status", user.status().name())
                .param("roles", SqlArrays.of(user.providerRoles()))
                .param("defaultEnterprise", user.defaultEnterprise())
                .param("setupDone", user.notificationSetupDone())
                .param("lastSignInAt", orNull(user.lastSignInAt()))
                .param("version", user.version());
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public boolean isEmpty() {
        return db.sql("select not exists (select 1 from app_user)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> inactivityToLookAt(Instant now, int most) {
        return db.sql("""
                        select user_id from app_user where next_inactivity_step_at <= :now
                        order by next_inactivity_step_at limit :most""")
                .param("now", at(now))
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public void lookAtInactivityAgain(String userId, Instant at) {
        db.sql("update app_user set next_inactivity_step_at = :at where user_id = :user")
                .param("at", at(at))
                .param("user", userId)
                .update();
    }

    static UserSnapshot snapshot(ResultSet row) throws SQLException {
        return new UserSnapshot(
                row.getString("user_id"),
                row.getString("username"),
                new Profile(
                        row.getString("email"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("phone"),
                        row.getString("time_zone")),
                UserStatus.valueOf(row.getString("status")),
                SqlArrays.read(row, "provider_roles"),
                row.getString("default_enterprise"),
                row.getBoolean("notification_setup_done"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_sign_in_at")),
                inactivity(row),
                row.getLong("version"));
    }

    private static Inactivity inactivity(ResultSet row) throws SQLException {
        var warnedOf = row.getString("inactivity_warned_of");
        return new Inactivity(
                row.getTimestamp("unused_since").toInstant(),
                instant(row.getTimestamp("inactive_since")),
                warnedOf == null ? null : Inactivity.Effect.valueOf(warnedOf));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

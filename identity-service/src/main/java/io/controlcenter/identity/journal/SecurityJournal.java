package io.controlcenter.identity.journal;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.audit.AuditTrail.Actor;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what happens to somebody's access, in the transaction in which it happens and for each enterprise that the
 * person works for, whose administrators search it; and tells the person and the gateway where they must know.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SecurityJournal {

    private static final String TOPIC = "identity.user.v1";
    private final JdbcClient db;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    SecurityJournal(JdbcClient db, AuditTrail audit, Outbox outbox, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Person(String email, String firstName, String name, String timeZone, boolean staff) {

        String kind() {
            return (staff ? Caller.Actor.PROVIDER : Caller.Actor.CUSTOMER).name();
        }
    }

    /**
     * @param address where the request came from; null when nobody's request did it
     */
    public void happened(String userId, Happening what, @Nullable String address) {
        happened(userId, what, address, Map.of());
    }

    /** @param facts what else is worth knowing; never a secret */
    public void happened(String userId, Happening what, @Nullable String address, Map<String, ?> facts) {
        find(userId).ifPresent(person -> {
            keep(userId, person, what, address, facts);
            if (what.isTold()) {
                var data = new SecurityMessages.SecurityNotice(
                        userId, person.email(), person.firstName(), person.timeZone(), what.name(), address, now());
                publish(userId, "identity.user.security-notice.v1", data);
            }
        });
    }

    /** @param link where a new password can be chosen, once */
    public void passwordResetRequested(String userId, String link, Instant expiresAt, @Nullable String address) {
        find(userId).ifPresent(person -> {
            keep(userId, person, Happening.PASSWORD_RESET_REQUESTED, address, Map.of());
            var data = new SecurityMessages.PasswordResetRequested(
                    userId, person.email(), person.firstName(), link, expiresAt);
            publish(userId, "identity.user.password-reset-requested.v1", data);
        });
    }

    /** Every access token of the user may have ended, and whoever keeps what came of one must ask again. */
    public void signedOut(String userId, String sessionId) {
        publish(userId, "identity.user.signed-out.v1", new SecurityMessages.SignedOut(userId, sessionId));
    }

    public void signedOutEverywhere(String userId) {
        publish(userId, "identity.user.signed-out-everywhere.v1", new SecurityMessages.SignedOutEverywhere(userId));
    }

    public void clientTokenRevoked(String clientId) {
        outbox.append(new OutboxEvent(
                "identity.client.v1",
                "identity.client.token-revoked.v1",
                clientId,
                null,
                null,
                db.sql("select nextval('change_version')").query(Long.class).single(),
                new SecurityMessages.ClientTokenRevoked(clientId)));
    }

    private void keep(String userId, Person person, Happening what, @Nullable String address, Map<String, ?> facts) {
        var known = new LinkedHashMap<String, Object>(facts);
        if (address != null) {
            known.put("address", address);
        }
        var actor = actor(userId, person, what);
        for (var enterprise : enterprises(userId)) {
            audit.record(actor, enterprise, what.action(), "user", userId, null, known);
        }
        if (person.staff()) {
            audit.record(actor, null, what.action(), "user", userId, null, known);
        }
    }

    /** Who failed to sign in may be anybody; who asks for a link too. Whoever has proved it is the person. */
    private static Actor actor(String userId, Person person, Happening what) {
        return switch (what) {
            case SIGN_IN_FAILED, SIGN_IN_LOCKED, PASSWORD_RESET_REQUESTED -> Actor.NOBODY_KNOWN;
            default ->
                Caller.current()
                        .map(caller -> new Actor(
                                caller.subject(), caller.name(), caller.actor().name()))
                        .orElseGet(() -> new Actor(userId, person.name(), person.kind()));
        };
    }

    private Optional<Person> find(String userId) {
        return db.sql("""
                        select email, first_name, first_name || ' ' || last_name as name, time_zone,
                          cardinality(provider_roles) > 0 as staff
                        from app_user where user_id = :user and status <> 'DELETED'""")
                .param("user", userId)
                .query((row, _) -> new Person(
                        row.getString("email"),
                        row.getString("first_name"),
                        row.getString("name"),
                        row.getString("time_zone"),
                        row.getBoolean("staff")))
                .optional();
    }

    private List<String> enterprises(String userId) {
        return db.sql("select enterprise_id from membership where user_id = :user order by id")
                .param("user", userId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** A version of its own, so that no two events of a user look like one. */
    private void publish(String userId, String type, Object data) {
        var version = db.sql("update app_user set version = version + 1 where user_id = :user returning version")
                .param("user", userId)
                .query(Long.class)
                .single();
        outbox.append(new OutboxEvent(TOPIC, type, userId, null, null, version, data));
    }

    private Instant now() {
        return clock.instant();
    }
}

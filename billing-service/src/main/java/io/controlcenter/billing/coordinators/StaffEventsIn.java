package io.controlcenter.billing.coordinators;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the billing coordinators in step with identity's provider staff. */
@Component
class StaffEventsIn {

    private static final String TOPIC = "identity.user.v1";
    private final JdbcClient db;

    StaffEventsIn(JdbcClient db) {
        this.db = db;
    }

    record User(
            String userId,
            String email,
            String firstName,
            String lastName,
            @Nullable String phone,
            String status,
            List<String> providerRoles) {

        boolean coordinates() {
            return status.equals("ACTIVE") && providerRoles.contains("BILLING_COORDINATOR");
        }
    }

    @OnEvent(topic = TOPIC, type = "identity.user.activated.v1")
    void activated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.updated.v1")
    void updated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.reactivated.v1")
    void reactivated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.deactivated.v1")
    void deactivated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.deleted.v1")
    void deleted(Event<User> event) {
        keep(event);
    }

    /** Customers never get a row; staff who lose the role keep theirs, out of work. */
    private void keep(Event<User> event) {
        var user = event.data();
        db.sql("""
                        insert into billing_coordinator (user_id, name, phone, email, active, version)
                        select :id, :name, :phone, :email, :active, :version
                        where :active or exists (select 1 from billing_coordinator where user_id = :id)
                        on conflict (user_id) do update set name = :name, phone = :phone, email = :email,
                          active = :active, version = :version
                        where billing_coordinator.version < :version""")
                .param("id", user.userId())
                .param("name", user.firstName() + " " + user.lastName())
                .param("phone", user.phone())
                .param("email", user.email())
                .param("active", user.coordinates())
                .param("version", event.version())
                .update();
    }
}

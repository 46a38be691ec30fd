package io.controlcenter.maintenance.customers;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps people in step with identity: their zone for the times they read, and whether they may still sign in. */
@Component
class PeopleEventsIn {

    private static final String TOPIC = "identity.user.v1";
    private final JdbcClient db;

    PeopleEventsIn(JdbcClient db) {
        this.db = db;
    }

    record User(
            String userId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String timeZone,
            String status) {

        String name() {
            return ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
        }
    }

    @OnEvent(topic = TOPIC, type = "identity.user.invited.v1")
    void invited(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.activated.v1")
    void activated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.updated.v1")
    void updated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.deactivated.v1")
    void deactivated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.reactivated.v1")
    void reactivated(Event<User> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.user.deleted.v1")
    void deleted(Event<User> event) {
        keep(event);
    }

    private void keep(Event<User> event) {
        var user = event.data();
        db.sql("""
                        insert into person_ref (user_id, name, email, phone, time_zone, status, version)
                        values (:id, :name, :email, :phone, :zone, :status, :version)
                        on conflict (user_id) do update set name = :name, email = :email, phone = :phone,
                          time_zone = :zone, status = :status, version = :version
                        where person_ref.version < :version""")
                .param("id", user.userId())
                .param("name", user.name())
                .param("email", user.email())
                .param("phone", user.phone())
                .param("zone", user.timeZone() == null ? "UTC" : user.timeZone())
                .param("status", user.status())
                .param("version", event.version())
                .update();
    }
}

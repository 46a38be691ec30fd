package io.controlcenter.maintenance.customers;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the enterprises' names, and whether they still exist, in step with identity. */
@Component
class EnterpriseEventsIn {

    private static final String TOPIC = "identity.enterprise.v1";
    private final JdbcClient db;

    EnterpriseEventsIn(JdbcClient db) {
        this.db = db;
    }

    record Enterprise(String enterpriseId, String name, String status) {}

    @OnEvent(topic = TOPIC, type = "identity.enterprise.created.v1")
    void created(Event<Enterprise> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.enterprise.updated.v1")
    void updated(Event<Enterprise> event) {
        keep(event);
    }

    private void keep(Event<Enterprise> event) {
        db.sql("""
                        insert into enterprise_ref (enterprise_id, name, status, version)
                        values (:id, :name, :status, :version)
                        on conflict (enterprise_id) do update set name = :name, status = :status, version = :version
                        where enterprise_ref.version < :version""")
                .param("id", event.data().enterpriseId())
                .param("name", event.data().name())
                .param("status", event.data().status())
                .param("version", event.version())
                .update();
    }
}

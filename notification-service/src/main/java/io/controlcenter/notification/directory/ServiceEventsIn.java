package io.controlcenter.notification.directory;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which services are installed on which account, so that a setting can name them. */
@Component
class ServiceEventsIn {

    private final JdbcClient db;

    ServiceEventsIn(JdbcClient db) {
        this.db = db;
    }

    record Accepted(String accountId, List<Item> items) {

        record Item(String serviceId) {}
    }

    @OnEvent(topic = "order.order.v1", type = "order.accepted.v1")
    void accepted(Event<Accepted> event) {
        for (var item : event.data().items()) {
            db.sql("""
                            insert into service_ref (service_id, enterprise_id, account_id, version)
                            values (:id, :enterprise, :account, :version)
                            on conflict (service_id) do update set account_id = :account, version = :version
                            where service_ref.version < :version""")
                    .param("id", item.serviceId())
                    .param("enterprise", Objects.requireNonNull(event.enterpriseId(), "enterprise"))
                    .param("account", event.data().accountId())
                    .param("version", event.version())
                    .update();
        }
    }
}

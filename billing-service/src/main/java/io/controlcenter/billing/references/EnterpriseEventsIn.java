package io.controlcenter.billing.references;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps enterprises and their customer numbers in step with identity. */
@Component
class EnterpriseEventsIn {

    private static final String TOPIC = "identity.enterprise.v1";
    private final JdbcClient db;

    EnterpriseEventsIn(JdbcClient db) {
        this.db = db;
    }

    record EnterpriseTold(
            String enterpriseId, String name, String segment, String status, List<CustomerNumber> customerNumbers) {}

    record CustomerNumber(String number, @Nullable String name) {}

    @OnEvent(topic = TOPIC, type = "identity.enterprise.created.v1")
    void created(Event<EnterpriseTold> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "identity.enterprise.updated.v1")
    void updated(Event<EnterpriseTold> event) {
        keep(event);
    }

    private void keep(Event<EnterpriseTold> event) {
        var enterprise = event.data();
        var newer = db.sql("""
                        insert into enterprise_ref (enterprise_id, name, segment, status, version)
                        values (:id, :name, :segment, :status, :version)
                        on conflict (enterprise_id) do update set name = :name, segment = :segment, status = :status,
                          version = :version
                        where enterprise_ref.version < :version""")
                        .param("id", enterprise.enterpriseId())
                        .param("name", enterprise.name())
                        .param("segment", enterprise.segment())
                        .param("status", enterprise.status())
                        .param("version", event.version())
                        .update()
                == 1;
        if (newer) {
            keepNumbers(enterprise);
        }
    }

    private void keepNumbers(EnterpriseTold enterprise) {
        db.sql("delete from customer_number_ref where enterprise_id = :id")
                .param("id", enterprise.enterpriseId())
                .update();
        for (var number : enterprise.customerNumbers()) {
            db.sql("insert into customer_number_ref values (:id, :number, :name) on conflict do nothing")
                    .param("id", enterprise.enterpriseId())
                    .param("number", number.number())
                    .param("name", number.name())
                    .update();
        }
    }
}

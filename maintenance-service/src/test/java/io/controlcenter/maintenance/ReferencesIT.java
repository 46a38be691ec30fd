package io.controlcenter.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Events;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other domains tell, twice, late and broken. */
@MaintenanceServiceTest
class ReferencesIT {

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Events events;

    private static final String ACTIVE =
            "select count(*) from installed_service where enterprise_id = :e and active and account_id = :e || '-B'";

    @Test
    void a_service_follows_the_latest_acceptance_whatever_arrives_when() {
        var tenant = platform.tenant();
        var id = UUID.randomUUID();
        platform.accepted(id, tenant, "B", tenant.serviceA(), "ADD", "2026-05-03T12:00:00Z");
        platform.await("the move of a service", 2, ACTIVE, tenant.enterprise());
        platform.accepted(id, tenant, "A", tenant.serviceA(), "ADD", "2026-05-04T12:00:00Z"); // same id: a redelivery
        platform.accepted(tenant, "A", tenant.serviceA(), "ADD", "2026-05-02T12:00:00Z"); // older: overtaken
        platform.accepted(tenant, "B", tenant.serviceB(), "DISCONNECT", "2026-05-05T12:00:00Z");
        platform.await("the end of the other", 1, ACTIVE, tenant.enterprise());
        assertThat(platform.count(
                        "select count(*) from installed_service where enterprise_id = :e", tenant.enterprise()))
                .isEqualTo(2);
    }

    @Test
    void a_removed_account_does_not_come_back_with_an_event_from_before() {
        var tenant = platform.tenant();
        var account = tenant.accountA();
        events.send(
                "identity.account.v1",
                "identity.account.removed.v1",
                account,
                tenant.enterprise(),
                3,
                "{\"accountId\":\"%s\",\"enterpriseId\":\"%s\"}".formatted(account, tenant.enterprise()));
        platform.account(tenant, account, 2);
        platform.account(tenant, tenant.enterprise() + "-C", 1);
        platform.await(
                "what came last",
                1,
                "select count(*) from account_ref where enterprise_id = :e and account_id = :e || '-C'",
                tenant.enterprise());
        assertThat(platform.count(
                        "select count(*) from account_ref where enterprise_id = :e and active", tenant.enterprise()))
                .isEqualTo(1);
    }

    @Test
    void a_broken_event_is_set_aside_and_the_next_one_is_heard() {
        var tenant = platform.tenant();
        events.send("order.order.v1", "order.accepted.v1", "O-broken", tenant.enterprise(), 1, "{\"orderNumber\":1");
        events.send("order.order.v1", "order.accepted.v1", "O-poor", tenant.enterprise(), 1, "{\"orderNumber\":\"O\"}");
        platform.accepted(tenant, "B", "S-after-" + tenant.enterprise(), "ADD", "2026-05-03T12:00:00Z");
        platform.await("the service after the broken event", 2, ACTIVE, tenant.enterprise());
        platform.await(
                "the dead letters",
                2,
                "select count(*) from dead_letter where key in ('O-broken', 'O-poor') and :e <> ''",
                tenant.enterprise());
    }
}

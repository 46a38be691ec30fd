package io.controlcenter.repair.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What repair knows of its neighbours, whatever order their events arrive in. */
@RepairServiceTest
class ReferencesIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private KnownServices services;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    private KnownService service(RepairPlatform.Tenant tenant, String serviceId) {
        return TenantScope.call(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.execute(_ -> services.hold(serviceId).orElse(null)));
    }

    /** Handled is what was sent before this one to the same topic and key. */
    private void handled(RepairPlatform.Tenant tenant, String order) {
        platform.accepted(tenant, order, "S-LAST-" + order, 99);
        Awaitility.await("events of " + order)
                .atMost(Duration.ofMinutes(1))
                .until(() -> service(tenant, "S-LAST-" + order) != null);
    }

    @Test
    void a_service_is_pending_until_it_is_accepted_and_never_again() {
        var tenant = platform.tenant();
        var order = "O-1-" + tenant.enterprise();
        var id = "S-1-" + tenant.enterprise();
        platform.accepted(tenant, order, id, 7);
        platform.acknowledged(tenant, order, id, "Carla Care", 3);
        handled(tenant, order);
        var service = service(tenant, id);
        assertThat(service.state())
                .as("the acceptance overtook the acknowledgement")
                .isEqualTo(KnownService.State.INSTALLED);
        assertThat(service.circuitId()).isEqualTo("ET-" + id);
    }

    @Test
    void the_newest_care_manager_is_the_contact_whatever_arrives_first() {
        var tenant = platform.tenant();
        var order = "O-2-" + tenant.enterprise();
        var id = "S-2-" + tenant.enterprise();
        platform.careManager(tenant, order, "Carl New", 5);
        platform.acknowledged(tenant, order, id, "Carla Old", 3);
        platform.careManager(tenant, order, "Carla Old", 3);
        handled(tenant, order);
        var service = service(tenant, id);
        assertThat(service.state()).isEqualTo(KnownService.State.PENDING);
        assertThat(service.careManager())
                .isEqualTo(new KnownService.CareManager("Carl New", "+1 555 0101", "c2@provider.example"));
    }

    @Test
    void a_disconnected_service_takes_no_ticket_whatever_arrives_first() {
        var tenant = platform.tenant();
        for (var acceptedFirst : new boolean[] {true, false}) {
            var id = "S-D" + acceptedFirst + "-" + tenant.enterprise();
            var order = "O-D" + acceptedFirst + "-" + tenant.enterprise();
            if (acceptedFirst) {
                platform.accepted(tenant, order, id, 7);
            }
            events.send("order.order.v1", "order.disconnected.v1", order, tenant.enterprise(), 9, """
                    {"orderNumber":"%s","accountId":"%s","disconnectedAt":"2026-05-25T10:00:00Z",
                     "items":[{"itemId":"1","action":"DELETE","serviceId":"%s","circuitId":"ET-1"}]}
                    """.formatted(
                            order, tenant.accountA(), id));
            platform.accepted(tenant, order, id, 8);
            handled(tenant, order);
            assertThat(service(tenant, id).state()).isEqualTo(KnownService.State.DISCONNECTED);
        }
    }

    @Test
    void services_go_along_with_an_account_that_changes_hands() {
        var seller = platform.tenant();
        var buyer = platform.tenant();
        var order = "O-M-" + seller.enterprise();
        var id = "S-M-" + seller.enterprise();
        platform.acknowledged(seller, order, id, "Carla Care", 3);
        Awaitility.await("pending " + id).atMost(Duration.ofMinutes(1)).until(() -> service(seller, id) != null);
        platform.account(seller.accountA(), buyer.enterprise(), 5);
        platform.account(seller.accountA(), seller.enterprise(), 1);
        Awaitility.await("move of " + seller.accountA())
                .atMost(Duration.ofMinutes(1))
                .until(() -> service(buyer, seller.service()) != null);
        assertThat(service(seller, seller.service())).isNull();
        assertThat(service(buyer, id).careManager()).as("of an order under way").isNotNull();
        platform.accepted(seller, order, id, 7);
        Awaitility.await("what its order tells under the enterprise that had it")
                .atMost(Duration.ofMinutes(1))
                .until(() -> service(buyer, id).state() == KnownService.State.INSTALLED);
        assertThat(service(seller, id)).isNull();
        platform.account(seller.accountA(), seller.enterprise(), 8);
        Awaitility.await("the way back").atMost(Duration.ofMinutes(1)).until(() -> service(seller, id) != null);
        assertThat(service(buyer, id)).isNull();
    }

    private void itemOver(RepairPlatform.Tenant tenant, UUID eventId, String type, String order, String item) {
        events.send(eventId, "order.order.v1", type, order, tenant.enterprise(), 9, """
                {"orderNumber":"%s","accountId":"%s","itemId":"1",%s,"reason":"The branch closes."}
                """.formatted(
                        order, tenant.accountA(), item));
    }

    private void stateChanged(RepairPlatform.Tenant tenant, String order, String to) {
        events.send("order.order.v1", "order.state-changed.v1", order, tenant.enterprise(), 9, """
                {"orderNumber":"%s","accountId":"%s","from":"inProgress","to":"%s","displayStage":"Build","reason":null}
                """.formatted(
                        order, tenant.accountA(), to));
    }

    @ParameterizedTest
    @CsvSource({
        "order.item.cancelled.v1, false", "order.item.cancelled.v1, true",
        "order.item.failed.v1, false", "order.item.failed.v1, true"
    })
    void a_service_whose_item_ends_is_pending_no_more_whatever_arrives_first(String type, boolean endsFirst) {
        var tenant = platform.tenant();
        var order = "O-I-" + tenant.enterprise();
        var id = "S-I-" + tenant.enterprise();
        var other = "S-J-" + tenant.enterprise();
        var eventId = UUID.randomUUID();
        var item = "\"action\":\"ADD\",\"serviceId\":\"%s\"".formatted(id);
        platform.acknowledged(tenant, order, other, "Carla Care", 2);
        if (endsFirst) {
            itemOver(tenant, eventId, type, order, item);
        }
        platform.acknowledged(tenant, order, id, "Carla Care", 3);
        itemOver(tenant, eventId, type, order, item);
        itemOver(tenant, eventId, type, order, item);
        handled(tenant, order);
        assertThat(service(tenant, id)).isNull();
        assertThat(service(tenant, other).state()).isEqualTo(KnownService.State.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"cancelled, false", "cancelled, true", "failed, false", "failed, true"})
    void nothing_is_pending_of_an_order_that_ended_whatever_arrives_first(String state, boolean endsFirst) {
        var tenant = platform.tenant();
        var order = "O-E-" + tenant.enterprise();
        var id = "S-E-" + tenant.enterprise();
        if (endsFirst) {
            stateChanged(tenant, order, state);
        }
        platform.acknowledged(tenant, order, id, "Carla Care", 3);
        stateChanged(tenant, order, state);
        handled(tenant, order);
        assertThat(service(tenant, id)).isNull();
    }

    @Test
    void what_ends_beside_a_service_leaves_it_as_it_is() {
        var tenant = platform.tenant();
        var order = "O-K-" + tenant.enterprise();
        var pending = "S-K-" + tenant.enterprise();
        var installed = "S-L-" + tenant.enterprise();
        platform.acknowledged(tenant, order, pending, "Carla Care", 3);
        platform.accepted(tenant, order, installed, 4);
        itemOver(
                tenant,
                UUID.randomUUID(),
                "order.item.cancelled.v1",
                order,
                "\"action\":\"MODIFY\",\"serviceId\":\"%s\"".formatted(installed));
        itemOver(tenant, UUID.randomUUID(), "order.item.cancelled.v1", order, "\"action\":\"ADD\",\"serviceId\":null");
        stateChanged(tenant, order, "pendingCancellation");
        handled(tenant, order);
        assertThat(service(tenant, installed).state()).isEqualTo(KnownService.State.INSTALLED);
        assertThat(service(tenant, pending).state()).isEqualTo(KnownService.State.PENDING);
    }

    @Test
    void a_redelivered_event_is_handled_once() {
        var tenant = platform.tenant();
        var eventId = UUID.randomUUID();
        var order = "O-3-" + tenant.enterprise();
        for (int i = 0; i < 2; i++) {
            events.send(eventId, "order.order.v1", "order.accepted.v1", order, tenant.enterprise(), 4, """
                    {"orderNumber":"%s","accountId":"%s","acceptedAt":"2026-05-20T10:00:00Z",
                     "items":[{"serviceId":"S-3-%s","circuitId":"ET-3","productCode":null,"productName":"Ethernet","site":null}]}
                    """.formatted(
                            order, tenant.accountA(), tenant.enterprise()));
        }
        handled(tenant, order);
        assertThat(db.sql("select count(*) from inbox_event where event_id = :id")
                        .param("id", eventId)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(service(tenant, "S-3-" + tenant.enterprise()).state()).isEqualTo(KnownService.State.INSTALLED);
    }

    @Test
    void a_poisonous_event_is_set_aside_and_the_next_one_is_handled() {
        var tenant = platform.tenant();
        var order = "O-4-" + tenant.enterprise();
        events.send("order.order.v1", "order.accepted.v1", order, tenant.enterprise(), 4, "{\"orderNumber\":\"x\"}");
        events.send("order.order.v1", "order.accepted.v1", order, tenant.enterprise(), 4, "not JSON");
        events.send("order.order.v1", "order.item.cancelled.v1", order, tenant.enterprise(), 4, "{}");
        handled(tenant, order);
        Awaitility.await("dead letters")
                .atMost(Duration.ofMinutes(1))
                .until(() -> db.sql("select count(*) from dead_letter where key = :key")
                                .param("key", order)
                                .query(Long.class)
                                .single()
                        == 3);
    }

    @Test
    void staff_who_lose_the_role_get_no_more_tickets() {
        var user = "tech-" + UUID.randomUUID();
        platform.staff(user, "null", "ACTIVE", "\"TECHNICIAN\"", 3);
        platform.staff(user, "null", "ACTIVE", "\"CCM\"", 4);
        assertThat(active(user)).isFalse();
        events.send("identity.user.v1", "identity.user.activated.v1", user, null, 3, """
                {"userId":"%s","email":"x@provider.example","firstName":"T","lastName":"T","phone":null,
                 "status":"ACTIVE","providerRoles":["TECHNICIAN"]}""".formatted(user));
        platform.staff(user, "null", "ACTIVE", "\"CCM\"", 5);
        assertThat(active(user)).isFalse();
    }

    private boolean active(String user) {
        return db.sql("select active from technician where user_id = :id")
                .param("id", user)
                .query(Boolean.class)
                .single();
    }

    @Test
    void an_account_that_is_removed_can_no_longer_be_asked_for() {
        var tenant = platform.tenant();
        platform.account(tenant.accountA(), tenant.enterprise(), 0);
        events.send(
                "identity.account.v1",
                "identity.account.removed.v1",
                tenant.accountB(),
                tenant.enterprise(),
                2,
                "{\"accountId\":\"%s\"}".formatted(tenant.accountB()));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> api.get(tenant.noc(), "/api/v1/tickets?accountId=" + tenant.accountB())
                                .returnResult(String.class)
                                .getStatus()
                                .value()
                        == 404);
        api.get(tenant.noc(), "/api/v1/tickets?accountId=" + tenant.accountA())
                .expectStatus()
                .isOk();
    }
}

package io.controlcenter.repair.services;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import io.controlcenter.repair.accounts.AccountOwners;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the services in step with ordering: pending from acknowledgement, installed from acceptance, gone when called off. */
@Component
class OrderEventsIn {

    private static final String TOPIC = "order.order.v1";

    /** States of an order in which nothing of it is installed, or will be. */
    private static final Set<String> ENDED = Set.of("cancelled", "failed");

    private final JdbcClient db;
    private final AccountOwners owners;

    OrderEventsIn(JdbcClient db, AccountOwners owners) {
        this.db = db;
        this.owners = owners;
    }

    record CareManager(
            String name, @Nullable String phone, @Nullable String email) {}

    record CareManagerAssigned(String orderNumber, String accountId, CareManager customerCareManager) {}

    record Acknowledged(
            String orderNumber,
            String accountId,
            @Nullable CareManager customerCareManager,
            List<AcknowledgedItem> items) {}

    /** @param serviceId null where an item makes no service */
    record AcknowledgedItem(@Nullable String serviceId, String productName) {}

    record Accepted(String orderNumber, String accountId, Instant acceptedAt, List<AcceptedItem> items) {}

    record AcceptedItem(
            String serviceId,
            String circuitId,
            @Nullable String productCode,
            String productName,
            @Nullable Site site) {}

    record Site(@Nullable String siteId, @Nullable String name) {}

    record Disconnected(String orderNumber, String accountId, Instant disconnectedAt, List<DisconnectedItem> items) {}

    record DisconnectedItem(String serviceId) {}

    /** @param serviceId null where there is none yet */
    record ItemOver(
            String accountId, String action, @Nullable String serviceId) {}

    record StateChanged(String orderNumber, String accountId, String to) {}

    @OnEvent(topic = TOPIC, type = "order.ccm.assigned.v1")
    void careManagerAssigned(Event<CareManagerAssigned> event) {
        var order = event.data();
        keep(event, order.orderNumber(), order.accountId(), order.customerCareManager());
    }

    @OnEvent(topic = TOPIC, type = "order.acknowledged.v1")
    void acknowledged(Event<Acknowledged> event) {
        var order = event.data();
        if (order.customerCareManager() != null) {
            keep(event, order.orderNumber(), order.accountId(), order.customerCareManager());
        }
        order.items().stream()
                .filter(item -> item.serviceId() != null)
                .forEach(item -> pending(event, order, Objects.requireNonNull(item.serviceId()), item.productName()));
    }

    /** The order's contact, in the newest version heard of, whatever arrives first. */
    private void keep(Event<?> event, String orderNumber, String accountId, CareManager careManager) {
        var owner = owners.actFor(accountId, event);
        db.sql("""
                        insert into order_ref (order_number, enterprise_id, account_id, care_manager_name,
                          care_manager_phone, care_manager_email, version)
                        values (:order, :enterprise, :account, :name, :phone, :email, :version)
                        on conflict (order_number) do update set care_manager_name = :name,
                          care_manager_phone = :phone, care_manager_email = :email, version = :version
                        where order_ref.version < :version""")
                .param("order", orderNumber)
                .param("enterprise", owner)
                .param("account", accountId)
                .param("name", careManager.name())
                .param("phone", careManager.phone())
                .param("email", careManager.email())
                .param("version", event.version())
                .update();
    }

    /** A letter that is issued again, or overtaken by the acceptance or the end, makes no second and no pending service. */
    private void pending(Event<?> event, Acknowledged order, String serviceId, String productName) {
        var owner = owners.actFor(order.accountId(), event);
        db.sql("""
                        insert into service_ref
                          (service_id, enterprise_id, account_id, state, product_name, order_number)
                        select :id, :enterprise, :account, 'PENDING', :product, :order
                        where not exists (select 1 from called_off where reference in (:id, :order))
                        on conflict (service_id) do nothing""")
                .param("id", serviceId)
                .param("enterprise", owner)
                .param("account", order.accountId())
                .param("product", productName)
                .param("order", order.orderNumber())
                .update();
    }

    @OnEvent(topic = TOPIC, type = "order.accepted.v1")
    void accepted(Event<Accepted> event) {
        event.data().items().forEach(item -> installed(event, item));
    }

    /** The latest acceptance counts, whatever arrives first. */
    private void installed(Event<Accepted> event, AcceptedItem item) {
        var order = event.data();
        var owner = owners.actFor(order.accountId(), event);
        db.sql("""
                        insert into service_ref (service_id, enterprise_id, account_id, state, circuit_id,
                          product_code, product_name, site_id, site_name, order_number, installed_at)
                        values (:id, :enterprise, :account, 'INSTALLED', :circuit, :code, :product, :site, :siteName,
                          :order, :at)
                        on conflict (service_id) do update set circuit_id = :circuit, account_id = :account,
                          product_code = :code, product_name = :product, site_id = :site, site_name = :siteName,
                          order_number = :order, installed_at = :at,
                          state = case when service_ref.disconnected_at >= :at then 'DISCONNECTED' else 'INSTALLED' end
                        where coalesce(service_ref.installed_at < :at, true)""")
                .param("id", item.serviceId())
                .param("enterprise", owner)
                .param("account", order.accountId())
                .param("circuit", item.circuitId())
                .param("code", item.productCode())
                .param("product", item.productName())
                .param("site", item.site() == null ? null : item.site().siteId())
                .param("siteName", item.site() == null ? null : item.site().name())
                .param("order", order.orderNumber())
                .param("at", order.acceptedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @OnEvent(topic = TOPIC, type = "order.disconnected.v1")
    void disconnected(Event<Disconnected> event) {
        event.data().items().forEach(item -> disconnected(event, item.serviceId()));
    }

    /** A service that is not known yet is kept as disconnected, for its acceptance may still arrive. */
    private void disconnected(Event<Disconnected> event, String serviceId) {
        var owner = owners.actFor(event.data().accountId(), event);
        db.sql("""
                        insert into service_ref (service_id, enterprise_id, account_id, state, product_name,
                          order_number, disconnected_at)
                        values (:id, :enterprise, :account, 'DISCONNECTED', '', :order, :at)
                        on conflict (service_id) do update set disconnected_at = :at,
                          state = case when service_ref.installed_at > :at then service_ref.state else 'DISCONNECTED' end
                        where coalesce(service_ref.disconnected_at < :at, true)""")
                .param("id", serviceId)
                .param("enterprise", owner)
                .param("account", event.data().accountId())
                .param("order", event.data().orderNumber())
                .param("at", event.data().disconnectedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @OnEvent(topic = TOPIC, type = "order.item.cancelled.v1")
    void itemCancelled(Event<ItemOver> event) {
        over(event);
    }

    @OnEvent(topic = TOPIC, type = "order.item.failed.v1")
    void itemFailed(Event<ItemOver> event) {
        over(event);
    }

    /** A service that would have been changed or disconnected stays what it is. */
    private void over(Event<ItemOver> event) {
        var item = event.data();
        if (item.serviceId() != null && item.action().equals("ADD")) {
            calledOff(event, item.accountId(), item.serviceId());
        }
    }

    @OnEvent(topic = TOPIC, type = "order.state-changed.v1")
    void stateChanged(Event<StateChanged> event) {
        var order = event.data();
        if (ENDED.contains(order.to())) {
            calledOff(event, order.accountId(), order.orderNumber());
        }
    }

    /**
     * What was to become a service is none any more; remembered, for its acknowledgement may still arrive.
     *
     * @param reference an order's number, or one service's id
     */
    private void calledOff(Event<?> event, String accountId, String reference) {
        var owner = owners.actFor(accountId, event);
        db.sql("""
                        insert into called_off (reference, enterprise_id, account_id)
                        values (:reference, :enterprise, :account) on conflict do nothing""")
                .param("reference", reference)
                .param("enterprise", owner)
                .param("account", accountId)
                .update();
        db.sql("delete from service_ref where state = 'PENDING' and :reference in (service_id, order_number)")
                .param("reference", reference)
                .update();
    }
}

package io.controlcenter.maintenance.inventory;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Learns from accepted orders which services are installed where, and which are no more. */
@Component
class OrderEventsIn {

    private static final String KEEP = """
            insert into installed_service (service_id, enterprise_id, account_id, active, circuit_id, product_code,
              product_name, bandwidth, a_location, z_location, order_number, street, city, state, postal_code, country,
              site_id, as_of)
            values (:serviceId, :enterprise, :account, :active, :circuitId, :productCode, :productName, :bandwidth,
              :aLocation, :zLocation, :order, :street, :city, :state, :postalCode, :country, :siteId,
              :asOf)
            on conflict (service_id) do update set account_id = :account, active = :active, circuit_id = :circuitId,
              product_code = :productCode, product_name = :productName, bandwidth = :bandwidth,
              a_location = :aLocation, z_location = :zLocation, order_number = :order, street = :street, city = :city,
              state = :state, postal_code = :postalCode, country = :country, site_id = :siteId, as_of = :asOf
            where installed_service.as_of < :asOf""";

    private static final Set<String> GONE = Set.of("DELETE", "DISCONNECT");
    private final NamedParameterJdbcOperations batch;

    OrderEventsIn(NamedParameterJdbcOperations batch) {
        this.batch = batch;
    }

    record OrderDisconnected(String orderNumber, Instant disconnectedAt, List<Ended> items) {}

    record Ended(String serviceId) {}

    record OrderAccepted(String orderNumber, String accountId, Instant acceptedAt, List<Item> items) {}

    record Item(
            String action,
            String serviceId,
            String circuitId,
            String productCode,
            String productName,
            Site site,
            String bandwidth,
            @Nullable String aLocation,
            @Nullable String zLocation) {}

    record Site(@Nullable String siteId, String street, String city, String state, String postalCode, String country) {}

    @OnEvent(topic = "order.order.v1", type = "order.accepted.v1")
    void accepted(Event<OrderAccepted> event) {
        var order = event.data();
        var enterprise = Objects.requireNonNull(event.enterpriseId(), "An order is an enterprise's");
        batch.batchUpdate(
                KEEP,
                order.items().stream()
                        .map(item -> parameters(enterprise, order, item))
                        .toArray(SqlParameterSource[]::new));
    }

    /** What is disconnected can be hit no more; an acceptance that was overtaken does not bring it back. */
    @OnEvent(topic = "order.order.v1", type = "order.disconnected.v1")
    void disconnected(Event<OrderDisconnected> event) {
        var order = event.data();
        batch.update(
                """
                update installed_service set active = false, as_of = :asOf
                where service_id in (:services) and as_of < :asOf""",
                new MapSqlParameterSource()
                        .addValue(
                                "services",
                                order.items().stream().map(Ended::serviceId).toList())
                        .addValue("asOf", order.disconnectedAt().atOffset(ZoneOffset.UTC)));
    }

    private static SqlParameterSource parameters(String enterprise, OrderAccepted order, Item item) {
        return new MapSqlParameterSource()
                .addValue("serviceId", item.serviceId())
                .addValue("enterprise", enterprise)
                .addValue("account", order.accountId())
                .addValue("active", !GONE.contains(item.action()))
                .addValue("circuitId", item.circuitId())
                .addValue("productCode", item.productCode())
                .addValue("productName", item.productName())
                .addValue("bandwidth", item.bandwidth())
                .addValue("aLocation", item.aLocation())
                .addValue("zLocation", item.zLocation())
                .addValue("order", order.orderNumber())
                .addValue("siteId", item.site().siteId())
                .addValue("street", item.site().street())
                .addValue("city", item.site().city())
                .addValue("state", item.site().state())
                .addValue("postalCode", item.site().postalCode())
                .addValue("country", item.site().country())
                .addValue("asOf", order.acceptedAt().atOffset(ZoneOffset.UTC));
    }
}

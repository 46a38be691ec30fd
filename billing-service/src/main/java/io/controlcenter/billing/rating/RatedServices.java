package io.controlcenter.billing.rating;

import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Services as orders tell of them. Each order item is taken once however often it is told, because an acceptance never
 * changes; and in whatever order they come, the outcome is the same.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RatedServices {

    private final JdbcClient db;
    private final PriceSets sets;
    private final OneTimeCharges oneTime;

    RatedServices(JdbcClient db, PriceSets sets, OneTimeCharges oneTime) {
        this.db = db;
        this.sets = sets;
        this.oneTime = oneTime;
    }

    void install(String enterpriseId, AcceptedOrder order) {
        for (var item : order.items()) {
            lock(item.serviceId());
            var added = addService(enterpriseId, order, item);
            if (sets.take(enterpriseId, order, item) && !added) {
                describe(order, item);
                startEarlier(order, item);
            }
            item.charges(AcceptedOrder.Charge.Type.ONE_TIME)
                    .forEach(charge -> addOnce(enterpriseId, order, item, charge));
            applyStop(item.serviceId());
        }
    }

    /** Events of one service may come from several orders, and so at the same moment. */
    private void lock(String serviceId) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:service, 5))")
                .param("service", serviceId)
                .query((_, _) -> true)
                .list();
    }

    private boolean addService(String enterpriseId, AcceptedOrder order, AcceptedOrder.Item item) {
        return item(enterpriseId, order, item, """
                                insert into rated_service (service_id, enterprise_id, account_id, order_number, item_id,
                                  accepted_at, acceptance_outcome, circuit_id, product_code, product_name, location,
                                  start_date, term_months, country, region, city, postal_code)
                                values (:service, :enterprise, :account, :order, :item,
                                  :acceptedAt, :outcome, :circuit, :productCode, :productName, :location, :start, :term,
                                  :country, :region, :city, :postalCode)
                                on conflict do nothing""") == 1;
    }

    /** A later order says what the service is now. */
    private void describe(AcceptedOrder order, AcceptedOrder.Item item) {
        item("", order, item, """
                update rated_service set circuit_id = :circuit, product_code = :productCode,
                  product_name = :productName, location = :location, term_months = :term, country = :country,
                  region = :region, city = :city, postal_code = :postalCode, version = version + 1
                where service_id = :service and start_date <= :start""");
    }

    /** An earlier order that is told later is the one that started it. */
    private void startEarlier(AcceptedOrder order, AcceptedOrder.Item item) {
        item("", order, item, """
                update rated_service set order_number = :order, item_id = :item, accepted_at = :acceptedAt,
                  acceptance_outcome = :outcome, start_date = :start, version = version + 1
                where service_id = :service and start_date > :start""");
    }

    private int item(String enterpriseId, AcceptedOrder order, AcceptedOrder.Item item, String sql) {
        var site = item.site();
        return db.sql(sql)
                .param("service", item.serviceId())
                .param("enterprise", enterpriseId)
                .param("account", order.accountId())
                .param("order", order.orderNumber())
                .param("item", item.itemId())
                .param("acceptedAt", order.acceptedAt().atOffset(ZoneOffset.UTC))
                .param("outcome", order.outcome())
                .param("circuit", item.circuitId())
                .param("productCode", item.productCode())
                .param("productName", item.productName())
                .param("location", item.zLocation())
                .param("start", item.commencementDate())
                .param("term", item.termMonths(), Types.INTEGER)
                .param("country", site == null ? null : site.country())
                .param("region", site == null ? null : site.state())
                .param("city", site == null ? null : site.city())
                .param("postalCode", site == null ? null : site.postalCode())
                .update();
    }

    private void addOnce(
            String enterpriseId, AcceptedOrder order, AcceptedOrder.Item item, AcceptedOrder.Charge charge) {
        oneTime.add(
                new OneTimeCharges.NewCharge(
                        charge.chargeId(),
                        enterpriseId,
                        order.accountId(),
                        item.serviceId(),
                        item.isChange() ? OneTimeCharges.Cause.MODIFICATION : OneTimeCharges.Cause.INSTALL,
                        charge.description(),
                        charge.amount(),
                        item.commencementDate(),
                        null),
                new OneTimeCharges.Origin(order.orderNumber(), item.itemId(), null, order.acceptedAt()));
    }

    void stop(String enterpriseId, DisconnectedOrder order) {
        for (var item : order.items()) {
            lock(item.serviceId());
            keepStop(enterpriseId, order, item);
            applyStop(item.serviceId());
        }
    }

    /** Of several disconnects the latest stands. */
    private void keepStop(String enterpriseId, DisconnectedOrder order, DisconnectedOrder.Item item) {
        var requestedAt = item.requestedAt();
        db.sql("""
                        insert into service_stop (service_id, enterprise_id, account_id, order_number, requested_at,
                          stop_date, disconnected_at)
                        values (:service, :enterprise, :account, :order, :requestedAt, :stop, :at)
                        on conflict (service_id) do update set order_number = excluded.order_number,
                          requested_at = excluded.requested_at, stop_date = excluded.stop_date,
                          disconnected_at = excluded.disconnected_at
                        where service_stop.disconnected_at < excluded.disconnected_at""")
                .param("service", item.serviceId())
                .param("enterprise", enterpriseId)
                .param("account", order.accountId())
                .param("order", order.orderNumber())
                .param(
                        "requestedAt",
                        requestedAt == null ? null : requestedAt.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("stop", item.stopDate())
                .param("at", order.disconnectedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void applyStop(String serviceId) {
        db.sql("""
                        update rated_service s set stop_date = t.stop_date, stop_order_number = t.order_number,
                          stop_requested_at = t.requested_at, version = version + 1
                        from service_stop t
                        where s.service_id = :service and t.service_id = s.service_id
                          and s.stop_order_number is distinct from t.order_number""").param("service", serviceId).update();
    }

    /** @param stop the first day not billed; null for a service that goes on */
    void correct(String serviceId, LocalDate start, @Nullable LocalDate stop) {
        db.sql("""
                        update rated_service set start_date = :start, stop_date = :stop, version = version + 1
                        where service_id = :service""")
                .param("start", start)
                .param("stop", stop, Types.DATE)
                .param("service", serviceId)
                .update();
    }
}

package io.controlcenter.billing.rating;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Services with their prices. A service, and each of its charges, exists once however often its order is told: the
 * first telling stands, because an acceptance never changes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RatedServices {

    private final JdbcClient db;
    private final OneTimeCharges oneTime;

    RatedServices(JdbcClient db, OneTimeCharges oneTime) {
        this.db = db;
        this.oneTime = oneTime;
    }

    void install(String enterpriseId, AcceptedOrder order) {
        for (var item : order.items()) {
            addService(enterpriseId, order, item);
            for (var charge : item.charges()) {
                switch (charge.type()) {
                    case RECURRING -> addRecurring(enterpriseId, order.accountId(), item, charge);
                    case ONE_TIME -> addOneTime(enterpriseId, order.accountId(), item, charge);
                }
            }
        }
    }

    private void addService(String enterpriseId, AcceptedOrder order, AcceptedOrder.Item item) {
        db.sql("""
                        insert into rated_service (service_id, enterprise_id, account_id, order_number, item_id,
                          accepted_at, acceptance_outcome, circuit_id, product_code, product_name, location,
                          start_date, term_months)
                        values (:service, :enterprise, :account, :order, :item,
                          :acceptedAt, :outcome, :circuit, :productCode, :productName, :location, :start, :term)
                        on conflict do nothing""")
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
                .param("term", item.termMonths())
                .update();
    }

    private void addRecurring(
            String enterpriseId, String accountId, AcceptedOrder.Item item, AcceptedOrder.Charge charge) {
        db.sql("""
                        insert into recurring_charge (charge_id, service_id, enterprise_id, account_id, description,
                          amount, currency, effective_from)
                        values (:charge, :service, :enterprise, :account, :description, :amount, :currency, :from)
                        on conflict do nothing""")
                .param("charge", charge.chargeId())
                .param("service", item.serviceId())
                .param("enterprise", enterpriseId)
                .param("account", accountId)
                .param("description", charge.description())
                .param("amount", charge.amount().amount())
                .param("currency", charge.amount().currency())
                .param("from", item.commencementDate())
                .update();
    }

    private void addOneTime(
            String enterpriseId, String accountId, AcceptedOrder.Item item, AcceptedOrder.Charge charge) {
        oneTime.add(new OneTimeCharges.NewCharge(
                charge.chargeId(),
                enterpriseId,
                accountId,
                item.serviceId(),
                OneTimeCharges.Cause.INSTALL,
                charge.description(),
                charge.amount(),
                item.commencementDate(),
                null));
    }
}

package io.controlcenter.billing.rating;

import io.controlcenter.billing.rating.AcceptedOrder.Charge;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recurring charges of a service, as its orders set them: each order item brings the whole set from its day to the
 * day of the next one. A charge that is in two sets at the same price goes on without a cut.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PriceSets {

    private final JdbcClient db;
    private final Prices prices;

    PriceSets(JdbcClient db, Prices prices) {
        this.db = db;
        this.prices = prices;
    }

    /** @return false when this order item was taken before */
    boolean take(String enterpriseId, AcceptedOrder order, AcceptedOrder.Item item) {
        if (!isNew(enterpriseId, order, item)) {
            return false;
        }
        var from = item.commencementDate();
        var next = next(item.serviceId(), from);
        var recurring = item.charges(Charge.Type.RECURRING);
        endOthers(item.serviceId(), from, next.orElse(null), recurring);
        for (var charge : recurring) {
            begin(enterpriseId, order, item, charge, next.orElse(null));
        }
        return true;
    }

    private boolean isNew(String enterpriseId, AcceptedOrder order, AcceptedOrder.Item item) {
        return db.sql("""
                                insert into price_set (service_id, order_number, item_id, enterprise_id, account_id,
                                  effective_from, charge_ids, accepted_at, acceptance_outcome)
                                values (:service, :order, :item, :enterprise, :account, :from,
                                  cast(:charges as text[]), :at, :outcome)
                                on conflict do nothing""")
                        .param("service", item.serviceId())
                        .param("order", order.orderNumber())
                        .param("item", item.itemId())
                        .param("enterprise", enterpriseId)
                        .param("account", order.accountId())
                        .param("from", item.commencementDate())
                        .param(
                                "charges",
                                item.charges(Charge.Type.RECURRING).stream()
                                        .map(Charge::chargeId)
                                        .toArray(String[]::new))
                        .param("at", order.acceptedAt().atOffset(ZoneOffset.UTC))
                        .param("outcome", order.outcome())
                        .update()
                == 1;
    }

    /** The day of the set after this one. */
    private Optional<LocalDate> next(String serviceId, LocalDate from) {
        return db.sql(
                        "select min(effective_from) from price_set where service_id = :service and effective_from > :from")
                .param("service", serviceId)
                .param("from", from)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** What held until now ends with this set, but for what goes on at the same price. */
    private void endOthers(String serviceId, LocalDate from, @Nullable LocalDate next, List<Charge> recurring) {
        for (var price : prices.of(serviceId)) {
            var to = price.effectiveTo();
            var holds = price.effectiveFrom().isBefore(next == null ? LocalDate.MAX : next)
                    && (to == null || to.isAfter(from));
            if (holds && recurring.stream().noneMatch(charge -> goesOn(price, charge, from))) {
                prices.end(price.id(), from);
            }
        }
    }

    private static boolean goesOn(Prices.Price price, Charge charge, LocalDate from) {
        return !price.effectiveFrom().isAfter(from)
                && price.chargeId().equals(charge.chargeId())
                && price.amount().amount().compareTo(charge.amount().amount()) == 0
                && price.amount().currency().equals(charge.amount().currency());
    }

    private void begin(
            String enterpriseId,
            AcceptedOrder order,
            AcceptedOrder.Item item,
            Charge charge,
            @Nullable LocalDate next) {
        if (prices.on(charge.chargeId(), item.commencementDate()).isPresent()) {
            return;
        }
        prices.add(
                new Prices.NewPrice(
                        charge.chargeId(),
                        item.serviceId(),
                        enterpriseId,
                        order.accountId(),
                        charge.description(),
                        charge.amount(),
                        item.commencementDate(),
                        next),
                new Prices.Source.Order(order.orderNumber(), item.itemId(), order.acceptedAt(), order.outcome()));
    }
}

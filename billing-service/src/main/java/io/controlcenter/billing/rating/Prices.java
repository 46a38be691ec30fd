package io.controlcenter.billing.rating;

import io.controlcenter.billing.domain.Money;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The prices of charges along time: one row per price, each from its day to the day of the next one. A price that was
 * billed is never changed, only ended; what was billed beyond its end the next bill gives back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Prices {

    private static final RowMapper<Price> PRICE = (row, _) -> new Price(
            row.getLong("id"),
            row.getString("charge_id"),
            row.getString("description"),
            Money.exact(row.getBigDecimal("amount"), row.getString("currency")),
            row.getObject("effective_from", LocalDate.class),
            row.getObject("effective_to", LocalDate.class),
            row.getBoolean("billed"));

    private final JdbcClient db;

    Prices(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param effectiveTo the first day at another price; null when it goes on
     * @param billed whether some of its days are on an invoice
     */
    record Price(
            long id,
            String chargeId,
            String description,
            Money amount,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            boolean billed) {

        boolean holdsOn(LocalDate day) {
            return !effectiveFrom.isAfter(day) && (effectiveTo == null || effectiveTo.isAfter(day));
        }
    }

    /** A price to begin with. */
    record NewPrice(
            String chargeId,
            String serviceId,
            String enterpriseId,
            String accountId,
            String description,
            Money amount,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** The order that brought a price, or the member of staff who changed it. */
    sealed interface Source {
        record Order(String orderNumber, String itemId, Instant acceptedAt, String outcome) implements Source {}

        record Staff(String name, String reason, Instant at) implements Source {}
    }

    /** The price of a charge that holds on a day. */
    Optional<Price> on(String chargeId, LocalDate day) {
        return db.sql("""
                        select * from recurring_charge where charge_id = :charge and effective_from <= :day
                          and (effective_to is null or effective_to > :day) for update""")
                .param("charge", chargeId)
                .param("day", day)
                .query(PRICE)
                .optional();
    }

    /** Nothing happens when this charge has a price from this day already. */
    void add(NewPrice price, Source source) {
        var order = source instanceof Source.Order one ? one : null;
        var staff = source instanceof Source.Staff one ? one : null;
        db.sql("""
                        insert into recurring_charge (charge_id, service_id, enterprise_id, account_id, description,
                          amount, currency, effective_from, effective_to, order_number, item_id, accepted_at,
                          acceptance_outcome, changed_by, change_reason, changed_at)
                        values (:charge, :service, :enterprise, :account, :description, :amount, :currency, :from, :to,
                          :order, :item, :acceptedAt, :outcome, :by, :reason, :changedAt)
                        on conflict do nothing""")
                .param("charge", price.chargeId())
                .param("service", price.serviceId())
                .param("enterprise", price.enterpriseId())
                .param("account", price.accountId())
                .param("description", price.description())
                .param("amount", price.amount().amount())
                .param("currency", price.amount().currency())
                .param("from", price.from())
                .param("to", price.to(), Types.DATE)
                .param("order", order == null ? null : order.orderNumber())
                .param("item", order == null ? null : order.itemId())
                .param("acceptedAt", order == null ? null : at(order.acceptedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", order == null ? null : order.outcome())
                .param("by", staff == null ? null : staff.name())
                .param("reason", staff == null ? null : staff.reason())
                .param("changedAt", staff == null ? null : at(staff.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A price of which no day was billed yet begins on another day. */
    void beginOn(long id, LocalDate day) {
        db.sql("update recurring_charge set effective_from = :day where id = :id and not billed")
                .param("id", id)
                .param("day", day)
                .update();
    }

    /** The price holds no longer than to this day; from its first day on, it never held. */
    void end(long id, LocalDate day) {
        db.sql("""
                        update recurring_charge set effective_to = greatest(effective_from, :day)
                        where id = :id and (effective_to is null or effective_to > :day)""").param("id", id).param("day", day).update();
    }

    /** All prices of a service, by charge and day; those that never held left out. */
    List<Price> of(String serviceId) {
        return db.sql("""
                        select * from recurring_charge where service_id = :service
                          and (effective_to is null or effective_to > effective_from)
                        order by charge_id, effective_from""").param("service", serviceId).query(PRICE).list();
    }
}

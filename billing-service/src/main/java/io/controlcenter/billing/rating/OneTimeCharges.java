package io.controlcenter.billing.rating;

import io.controlcenter.billing.domain.Money;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Charges and credits that are billed once, on the account's next invoice, and never prorated. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OneTimeCharges {

    /** Why something is charged or given back (domain b.5). */
    public enum Cause {
        INSTALL,
        EXPEDITE,
        MODIFICATION,
        CANCELLATION,
        /** Early termination of a term. */
        ETL,
        LATE_PAYMENT,
        /** Given back for an outage; negative. */
        OUTAGE,
        /** What had been paid back of a payment that bounced. */
        RETURNED_PAYMENT,
        OTHER;

        /** Orders may have causes that a bill does not tell apart. */
        static Cause of(String name) {
            return Arrays.stream(values())
                    .filter(cause -> cause.name().equals(name))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /**
     * @param chargeId unique; the same one is added once however often it is told
     * @param amount negative for what is given back
     * @param date where the account is; it is on the first invoice of this date or later
     * @param sourceRef the charge, ticket or invoice behind it; null when the charge id says it
     */
    public record NewCharge(
            String chargeId,
            String enterpriseId,
            String accountId,
            @Nullable String serviceId,
            Cause cause,
            String description,
            Money amount,
            LocalDate date,
            @Nullable String sourceRef) {}

    /** The order that a charge comes from, and who agreed to it; null where nobody was asked. */
    record Origin(
            @Nullable String orderNumber,
            @Nullable String itemId,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    private final JdbcClient db;

    OneTimeCharges(JdbcClient db) {
        this.db = db;
    }

    /** What of this cause is on no issued invoice yet. */
    public BigDecimal unbilled(String accountId, Cause cause) {
        return db.sql("""
                        select coalesce(sum(o.amount), 0) from one_time_charge o
                          left join invoice i on i.id = o.invoice_id
                        where o.account_id = :account and o.cause = :cause and (i.id is null or i.state = 'onHold')""")
                .param("account", accountId)
                .param("cause", cause.name())
                .query(BigDecimal.class)
                .single();
    }

    /**
     * What is left of charges: all of one that is not billed yet, and of a billed one what was not given back of its line.
     */
    public BigDecimal left(Collection<String> chargeIds) {
        return db.sql("""
                        select coalesce(sum(case when l.invoice_id is null then o.amount
                          else l.net_amount - coalesce(s.credited_amount, 0) end), 0)
                        from one_time_charge o
                          left join invoice_line l on l.invoice_id = o.invoice_id and l.charge_id = o.charge_id
                          left join invoice_line_state s on s.invoice_id = l.invoice_id and s.line_number = l.line_number
                        where o.charge_id = any (:ids)""")
                .param("ids", chargeIds.toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
    }

    /** @return false when it was there already */
    public boolean add(NewCharge charge) {
        return add(charge, new Origin(null, null, null, null));
    }

    boolean add(NewCharge charge, Origin origin) {
        var approvedAt = origin.approvedAt();
        return db.sql("""
                                insert into one_time_charge (charge_id, service_id, enterprise_id, account_id, cause,
                                  description, amount, currency, charge_date, source_ref, order_number, item_id,
                                  approved_by, approved_at)
                                values (:charge, :service, :enterprise, :account, :cause, :description, :amount,
                                  :currency, :date, :reference, :order, :item, :approvedBy, :approvedAt)
                                on conflict do nothing""")
                        .param("charge", charge.chargeId())
                        .param("service", charge.serviceId())
                        .param("enterprise", charge.enterpriseId())
                        .param("account", charge.accountId())
                        .param("cause", charge.cause().name())
                        .param("description", charge.description())
                        .param("amount", charge.amount().amount())
                        .param("currency", charge.amount().currency())
                        .param("date", charge.date())
                        .param("reference", charge.sourceRef())
                        .param("order", origin.orderNumber())
                        .param("item", origin.itemId())
                        .param("approvedBy", origin.approvedBy())
                        .param(
                                "approvedAt",
                                approvedAt == null ? null : approvedAt.atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }
}

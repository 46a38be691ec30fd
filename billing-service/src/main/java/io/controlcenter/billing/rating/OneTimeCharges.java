package io.controlcenter.billing.rating;

import io.controlcenter.billing.domain.Money;
import java.time.LocalDate;
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
        OTHER
    }

    /**
     * @param chargeId unique; the same one is added once however often it is told
     * @param amount negative for what is given back
     * @param date where the account is; it is on the first invoice of this date or later
     * @param sourceRef the order, ticket or invoice behind it; null when the charge id says it
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

    private final JdbcClient db;

    OneTimeCharges(JdbcClient db) {
        this.db = db;
    }

    /** @return false when it was there already */
    public boolean add(NewCharge charge) {
        return db.sql("""
                                insert into one_time_charge (charge_id, service_id, enterprise_id, account_id, cause,
                                  description, amount, currency, charge_date, source_ref)
                                values (:charge, :service, :enterprise, :account, :cause, :description, :amount,
                                  :currency, :date, :source)
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
                        .param("source", charge.sourceRef())
                        .update()
                == 1;
    }
}

package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.CreditPolicy;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.audit.AuditTrail;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The credit policies, by effective date; the same for every enterprise. */
@Component
public class CreditPolicies {

    private final JdbcClient db;
    private final AuditTrail audit;

    CreditPolicies(JdbcClient db, AuditTrail audit) {
        this.db = db;
        this.audit = audit;
    }

    /** The policy of a day that is not before the first one. */
    @Transactional(readOnly = true)
    public CreditPolicy on(LocalDate date) {
        return find(date).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<CreditPolicy> find(LocalDate date) {
        return db.sql("select * from credit_policy where effective_from <= :date order by effective_from desc limit 1")
                .param("date", date)
                .query((row, _) -> new CreditPolicy(
                        row.getObject("effective_from", LocalDate.class),
                        new Money(row.getBigDecimal("monthly_threshold"), row.getString("currency")),
                        row.getInt("validity_months")))
                .optional();
    }

    /** @return false when another policy begins on the same day */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean publish(CreditPolicy policy) {
        var added = db.sql("""
                        insert into credit_policy (effective_from, monthly_threshold, currency, validity_months)
                        values (:from, :threshold, :currency, :months) on conflict do nothing""")
                .param("from", policy.effectiveFrom())
                .param("threshold", policy.monthlyThreshold().amount())
                .param("currency", policy.monthlyThreshold().currency())
                .param("months", policy.validityMonths())
                .update();
        if (added == 1) {
            audit.record(
                    null,
                    "credit-policy.published",
                    "credit-policy",
                    policy.effectiveFrom().toString(),
                    null,
                    policy);
        }
        return added == 1;
    }
}

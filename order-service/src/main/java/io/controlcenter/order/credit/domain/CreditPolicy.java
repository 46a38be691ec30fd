package io.controlcenter.order.credit.domain;

import io.controlcenter.order.domain.Money;
import java.time.LocalDate;

/**
 * When an order needs credit: once the account's services and the order together cost more per month than this.
 *
 * @param effectiveFrom first day on which it applies
 * @param monthlyThreshold up to and including this much needs none
 * @param validityMonths how long an approval holds unless the analyst says otherwise
 */
public record CreditPolicy(LocalDate effectiveFrom, Money monthlyThreshold, int validityMonths) {

    public boolean requires(Money monthlyExposure) {
        return monthlyExposure.exceeds(monthlyThreshold);
    }
}

package io.controlcenter.order.pricing.domain;

import io.controlcenter.order.domain.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What hurrying, changing and cancelling an order costs. Data of operations, effective dated; nothing of it is a
 * constant in code.
 *
 * @param effectiveFrom first day on which it applies; it does until the next card does
 * @param expeditePerDay flat fee per day of improvement over the standard interval (domain b.2, rule 1)
 * @param timing when an order enters which stage
 * @param modifications one amount for each kind of change and stage; what is missing is free
 * @param cancellations one tier for each stage; what is missing is free
 */
public record RateCard(
        LocalDate effectiveFrom,
        Money expeditePerDay,
        Timing timing,
        List<ModificationTier> modifications,
        List<CancellationTier> cancellations) {

    /**
     * All in business days.
     *
     * @param engineeringAfter after so many days from acknowledgement an order counts as engineered
     * @param expeditedEngineeringAfter the same for an expedited one
     * @param preStartBefore from so many days before the due date on it is about to start
     * @param pointOfNoReturnBefore from so many days before the due date on it can no longer be changed
     */
    public record Timing(
            int engineeringAfter, int expeditedEngineeringAfter, int preStartBefore, int pointOfNoReturnBefore) {}

    public record ModificationTier(ChangeKind changeKind, Stage stage, Money amount) {}

    /**
     * What is owed adds up: a flat amount, a part of the one-time price, and some monthly prices.
     *
     * @param percentOfNonRecurring of the one-time price (NRC), 0 to 100
     * @param monthsOfRecurring how many monthly prices (MRC)
     */
    public record CancellationTier(Stage stage, Money flat, BigDecimal percentOfNonRecurring, int monthsOfRecurring) {}

    public String currency() {
        return expeditePerDay.currency();
    }
}

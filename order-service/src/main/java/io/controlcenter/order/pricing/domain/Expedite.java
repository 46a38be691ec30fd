package io.controlcenter.order.pricing.domain;

import io.controlcenter.order.domain.Money;
import java.time.LocalDate;

/** What an earlier date costs. */
public sealed interface Expedite {

    /**
     * The date is earlier than the standard one.
     *
     * @param days of improvement over the standard interval, in its unit
     * @param fee owed only if the date is met (domain b.2, rule 1)
     */
    record Fee(LocalDate standardDate, int days, Money fee) implements Expedite {}

    /** The date is not earlier than the standard one. */
    record NotNeeded(LocalDate standardDate) implements Expedite {}

    /** There is no standard interval to improve on; a quote says what it costs. */
    record RequiresQuote() implements Expedite {}
}

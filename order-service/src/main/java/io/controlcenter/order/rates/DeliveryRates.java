package io.controlcenter.order.rates;

import io.controlcenter.order.domain.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What ordering asks of the standard intervals and the rate card. Estimates answer from the same place, so that what is
 * charged equals what was estimated (handbook S28, domain b.2 rules 1 to 3).
 */
public interface DeliveryRates {

    /** What is changed about an order in flight. */
    enum ChangeKind {
        ADMINISTRATIVE,
        DATE,
        TECHNICAL
    }

    /** How far delivery has come when it is changed or cancelled. */
    enum Stage {
        PRE_ENGINEERING,
        POST_ENGINEERING,
        PRE_START
    }

    /**
     * The earliest date that needs no expedite, counted from the day of submittal (day 0).
     *
     * @return empty when the interval of the product is agreed case by case (ICB)
     */
    Optional<LocalDate> earliestStandardDate(String productCode, LocalDate submitted);

    /**
     * The fee for delivery on a date earlier than standard; zero when it is not earlier.
     *
     * @return empty when it is by quote only (ICB product)
     */
    Optional<Money> expediteFee(String productCode, LocalDate submitted, LocalDate wanted, String currency);

    Money modificationCharge(ChangeKind kind, Stage stage, LocalDate on, String currency);

    Money cancellationCharge(Stage stage, LocalDate on, String currency);
}

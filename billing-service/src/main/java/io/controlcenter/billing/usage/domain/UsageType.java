package io.controlcenter.billing.usage.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A kind of usage, such as long-distance minutes.
 *
 * @param name as bills say it
 */
public record UsageType(String code, String name, Unit unit, List<Rate> rates) {

    /**
     * Holds from its day to the day of the next one.
     *
     * @param amount per unit
     */
    public record Rate(BigDecimal amount, String currency, LocalDate effectiveFrom) {}

    Optional<Rate> rateOn(LocalDate day, String currency) {
        return rates.stream()
                .filter(rate -> rate.currency().equals(currency)
                        && !rate.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Rate::effectiveFrom));
    }
}

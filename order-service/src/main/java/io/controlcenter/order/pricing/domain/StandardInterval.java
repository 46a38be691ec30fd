package io.controlcenter.order.pricing.domain;

import io.controlcenter.order.calendars.domain.BusinessCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the delivery of a product takes when nobody hurries. The day of submittal is day 0 (domain b.2, rule 2).
 *
 * @param value number of days; null exactly for ICB
 */
public record StandardInterval(@Nullable Integer value, IntervalUnit unit) {

    public static final StandardInterval ICB = new StandardInterval(null, IntervalUnit.ICB);

    public StandardInterval {
        if ((value == null) != (unit == IntervalUnit.ICB)) {
            throw new IllegalArgumentException("An interval has a number of days, except ICB, which has none.");
        }
    }

    /** The earliest standard date for an order submitted on this date; empty for ICB. A day of rest moves it on. */
    public Optional<LocalDate> from(LocalDate submitted, BusinessCalendar calendar) {
        return Optional.ofNullable(value)
                .map(days -> unit == IntervalUnit.BUSINESS_DAYS
                        ? calendar.plusBusinessDays(submitted, days)
                        : calendar.sameOrNext(submitted.plusDays(days)));
    }

    /** By how many days a date is better than the standard one, in the interval's own unit; never negative. */
    int improvement(LocalDate wanted, LocalDate standard, BusinessCalendar calendar) {
        var days = unit == IntervalUnit.BUSINESS_DAYS
                ? calendar.businessDaysBetween(wanted, standard)
                : (int) ChronoUnit.DAYS.between(wanted, standard);
        return Math.max(0, days);
    }
}

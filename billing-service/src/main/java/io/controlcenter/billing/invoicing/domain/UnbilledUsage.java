package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.usage.domain.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Usage of one type of a service that is on no invoice yet: any number of records, added up. Never prorated.
 *
 * @param serviceStop the first day not billed; null for a service that goes on
 * @param description the name of the type
 * @param rate per unit, of each of the records; null when they have several, or came rated
 * @param amount exact: only the line is rounded
 * @param days from the first to the day after the last one, where the account is
 * @param records their ids
 */
public record UnbilledUsage(
        String serviceId,
        LocalDate serviceStart,
        @Nullable LocalDate serviceStop,
        String usageType,
        String description,
        Unit unit,
        BigDecimal quantity,
        @Nullable BigDecimal rate,
        BigDecimal amount,
        String currency,
        Period days,
        Supply supply,
        List<Long> records) {

    /** What is on one line of an invoice. */
    record OneLine(String serviceId, String usageType, String currency) {}

    OneLine line() {
        return new OneLine(serviceId, usageType, currency);
    }

    /** Usage is billed at the first boundary after it: the day of the bill is none of its days. */
    boolean isOverOn(LocalDate cycleDate) {
        return !days.end().isAfter(cycleDate);
    }

    UnbilledUsage plus(UnbilledUsage other) {
        var all = new ArrayList<Long>(records.size() + other.records.size());
        all.addAll(records);
        all.addAll(other.records);
        return new UnbilledUsage(
                serviceId,
                serviceStart,
                serviceStop,
                usageType,
                description,
                unit,
                quantity.add(other.quantity),
                rate != null && other.rate != null && rate.compareTo(other.rate) == 0 ? rate : null,
                amount.add(other.amount),
                currency,
                new Period(
                        Period.earlier(days.start(), other.days.start()), Period.later(days.end(), other.days.end())),
                supply,
                all);
    }
}

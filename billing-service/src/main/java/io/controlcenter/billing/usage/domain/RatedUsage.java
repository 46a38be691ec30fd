package io.controlcenter.billing.usage.domain;

import io.controlcenter.billing.domain.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Usage that can be billed.
 *
 * @param firstDay where the account is
 * @param endDay the first day after it
 * @param rate per unit; null when it came rated
 * @param amount exact: lines of invoices are rounded, and not each of their records
 */
public record RatedUsage(
        ReportedUsage reported,
        MeteredService service,
        LocalDate firstDay,
        LocalDate endDay,
        @Nullable BigDecimal rate,
        BigDecimal amount) {

    /** Whether somebody who reports this means the same as this one. */
    public boolean says(ReportedUsage other) {
        var said = reported;
        return said.key().equals(other.key())
                && said.serviceId().equals(other.serviceId())
                && (other.accountId() == null || service.accountId().equals(other.accountId()))
                && said.usageType().equals(other.usageType())
                && said.unit() == other.unit()
                && said.start().equals(other.start())
                && said.end().equals(other.end())
                && said.quantity().compareTo(other.quantity()) == 0
                && isSameAmount(other.ratedAmount());
    }

    private boolean isSameAmount(@Nullable Money other) {
        var mine = reported.ratedAmount();
        if (mine == null || other == null) {
            return mine == null && other == null;
        }
        return mine.currency().equals(other.currency()) && mine.amount().compareTo(other.amount()) == 0;
    }
}

package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.CycleDays;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as a bill run sees it.
 *
 * @param inAdvance whether a cycle is billed when it begins, or when it has ended
 * @param policies by their days, the first one from the beginning of time
 * @param hasInvoice whether it was ever billed before
 * @param formerDays the cycle days that it had before, oldest first; most accounts had none
 */
public record BillableAccount(
        long id,
        String accountId,
        String enterpriseId,
        String currency,
        CycleDay cycleDay,
        boolean inAdvance,
        int paymentTermsDays,
        List<DatedPolicy> policies,
        String delivery,
        boolean hasInvoice,
        List<CycleDays.Former> formerDays) {

    public CycleDays cycles() {
        return new CycleDays(cycleDay, formerDays);
    }

    /** The policy of a cycle that begins on this day, or of a service that starts or stops on it. */
    public ProrationPolicy policyOn(LocalDate day) {
        var found = policies.getFirst();
        for (var dated : policies) {
            if (!dated.effectiveFrom().isAfter(day)) {
                found = dated;
            }
        }
        return found.policy();
    }

    /** Whether the day of a stop is billed under one of its policies, so that a stop and its end are not the same day. */
    public boolean billsStopDays() {
        return policies.stream().anyMatch(dated -> dated.policy().stopDayBilled());
    }

    /** The first day billed of a service that starts on this one. */
    public LocalDate firstBilled(LocalDate start) {
        return policyOn(start).firstBilled(start);
    }

    /** The first day not billed any more of a service that stops on this one. */
    public @Nullable LocalDate firstUnbilled(@Nullable LocalDate stop) {
        return stop == null ? null : policyOn(stop).firstUnbilled(stop);
    }
}

package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.ProrationPolicy;

/**
 * An account as a bill run sees it.
 *
 * @param inAdvance whether a cycle is billed when it begins, or when it has ended
 * @param hasInvoice whether it was ever billed before
 */
public record BillableAccount(
        long id,
        String accountId,
        String enterpriseId,
        String currency,
        CycleDay cycleDay,
        boolean inAdvance,
        int paymentTermsDays,
        ProrationPolicy policy,
        String delivery,
        boolean hasInvoice) {}

package io.controlcenter.billing.invoicing.domain;

import java.util.List;

/**
 * Everything that is needed to bill one account.
 *
 * @param usage what is on no invoice yet, whether it is over or not
 * @param earlier lines of earlier invoices that reach beyond the end of their price, which are to be given back, or into
 *     the days to bill, of which a sound account has none
 */
public record AccountToBill(
        BillableAccount account,
        List<RecurringCharge> recurring,
        List<OneTimeCharge> oneTime,
        List<UnbilledUsage> usage,
        List<BilledLine> earlier) {}

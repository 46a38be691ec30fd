package io.controlcenter.billing.invoicing.domain;

import java.util.List;

/**
 * An account's bill before it is written.
 *
 * @param reasons why it would be held
 */
public record JudgedBill(AccountToBill bill, CycleBilling billing, InvoiceDraft draft, List<HoldReason> reasons) {

    /** There is nothing to bill: no invoice. */
    public boolean isEmpty() {
        return draft.lines().isEmpty();
    }

    public boolean isHeld() {
        return !reasons.isEmpty();
    }
}

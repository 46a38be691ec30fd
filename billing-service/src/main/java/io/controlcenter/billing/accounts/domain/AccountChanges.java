package io.controlcenter.billing.accounts.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is to be different of an account; null stays as it is. Cycle day and mode hold from the next bill on, the policy
 * for cycles that are not billed yet, terms for the bills to come, and the rest at once.
 *
 * @param segment whose support hours its billing requests go by
 */
public record AccountChanges(
        @Nullable String segment,
        @Nullable Integer billCycleDay,
        @Nullable BillingMode billingMode,
        @Nullable Integer paymentTermsDays,
        @Nullable String prorationPolicyId,
        @Nullable Delivery delivery,
        @Nullable BillingContact billingContact,
        @Nullable PdfDelivery pdfDelivery) {

    public static AccountChanges of(Delivery delivery) {
        return new AccountChanges(null, null, null, null, null, delivery, null, null);
    }

    public static AccountChanges of(PdfDelivery pdfDelivery) {
        return new AccountChanges(null, null, null, null, null, null, null, pdfDelivery);
    }

    public static AccountChanges ofPolicy(String prorationPolicyId) {
        return new AccountChanges(null, null, null, null, prorationPolicyId, null, null, null);
    }

    /** Whether they touch what provider and customer have agreed on, and not only whom bills go to, and how. */
    public boolean changeTerms() {
        return segment != null
                || billCycleDay != null
                || billingMode != null
                || paymentTermsDays != null
                || prorationPolicyId != null;
    }
}

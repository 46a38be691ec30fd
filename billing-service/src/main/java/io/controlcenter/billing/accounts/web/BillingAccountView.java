package io.controlcenter.billing.accounts.web;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.accounts.domain.BillingContact;
import io.controlcenter.billing.accounts.domain.BillingMode;
import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.billing.accounts.domain.PdfDelivery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A billing account. */
@Schema(name = "BillingAccount")
record BillingAccountView(
        String accountId,
        String href,
        String enterpriseId,
        String customerNumber,
        String name,
        String segment,
        String currency,
        String timeZone,

        @Schema(description = "Day of the month on which its cycles begin; the last one of shorter months")
        int billCycleDay,

        BillingMode billingMode,
        int paymentTermsDays,

        @Schema(description = "How days are counted in the cycles to come; see its proration-policies for from when")
        String prorationPolicyId,

        Delivery delivery,
        BillingContact billingContact,

        @Schema(description = "Who gets each invoice as PDF by mail")
        PdfDelivery pdfDelivery,

        String status,
        Instant createdAt) {

    static BillingAccountView of(BillingAccount account) {
        return new BillingAccountView(
                account.accountId(),
                "/api/v1/billing-accounts/" + account.accountId(),
                account.enterpriseId(),
                account.customerNumber(),
                account.name(),
                account.segment(),
                account.currency(),
                account.timeZone().getId(),
                account.billCycleDay(),
                account.billingMode(),
                account.paymentTermsDays(),
                account.prorationPolicyId(),
                account.delivery(),
                account.billingContact(),
                account.pdfDelivery(),
                account.status(),
                account.createdAt());
    }
}

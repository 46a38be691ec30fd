package io.controlcenter.billing.accounts.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What services are billed to.
 *
 * @param billCycleDay day of the month on which its cycles begin
 * @param pdfDelivery who gets invoices as PDF by mail
 * @param openedOn the day on which it was opened, in its zone
 */
public record BillingAccount(
        String accountId,
        String enterpriseId,
        String customerNumber,
        String name,
        String segment,
        String currency,
        ZoneId timeZone,
        int billCycleDay,
        BillingMode billingMode,
        int paymentTermsDays,
        String prorationPolicyId,
        Delivery delivery,
        BillingContact billingContact,
        PdfDelivery pdfDelivery,
        String status,
        LocalDate openedOn,
        Instant createdAt,
        long version) {

    public static final String ACTIVE = "ACTIVE";

    /** The same account with its bills delivered in another way. */
    public BillingAccount deliveredBy(Delivery other) {
        return changed(other, pdfDelivery);
    }

    /** The same account with invoices as PDF for others. */
    public BillingAccount withPdf(PdfDelivery other) {
        return changed(delivery, other);
    }

    private BillingAccount changed(Delivery newDelivery, PdfDelivery newPdf) {
        return new BillingAccount(
                accountId,
                enterpriseId,
                customerNumber,
                name,
                segment,
                currency,
                timeZone,
                billCycleDay,
                billingMode,
                paymentTermsDays,
                prorationPolicyId,
                newDelivery,
                billingContact,
                newPdf,
                status,
                openedOn,
                createdAt,
                version + 1);
    }
}

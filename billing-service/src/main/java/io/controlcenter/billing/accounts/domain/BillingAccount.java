package io.controlcenter.billing.accounts.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What services are billed to.
 *
 * @param billCycleDay day of the month on which its cycles begin
 * @param prorationPolicyId how days are counted in the cycles to come
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

    /** The same account with these changes: the same version when there are none. */
    public BillingAccount with(AccountChanges changes) {
        var changed = with(changes, version);
        return changed.equals(this) ? this : with(changes, version + 1);
    }

    private BillingAccount with(AccountChanges changes, long newVersion) {
        return new BillingAccount(
                accountId,
                enterpriseId,
                customerNumber,
                name,
                Objects.requireNonNullElse(changes.segment(), segment),
                currency,
                timeZone,
                Objects.requireNonNullElse(changes.billCycleDay(), billCycleDay),
                Objects.requireNonNullElse(changes.billingMode(), billingMode),
                Objects.requireNonNullElse(changes.paymentTermsDays(), paymentTermsDays),
                Objects.requireNonNullElse(changes.prorationPolicyId(), prorationPolicyId),
                Objects.requireNonNullElse(changes.delivery(), delivery),
                Objects.requireNonNullElse(changes.billingContact(), billingContact),
                Objects.requireNonNullElse(changes.pdfDelivery(), pdfDelivery),
                status,
                openedOn,
                createdAt,
                newVersion);
    }

    /** Whether its next bill comes on the same day as that of another state of it, and is for the same days. */
    public boolean isBilledLike(BillingAccount other) {
        return billCycleDay == other.billCycleDay && billingMode == other.billingMode;
    }
}

package io.controlcenter.billing.invoicing.messaging;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.proration.domain.Period;
import java.time.LocalDate;

/** The data of the events on {@code billing.invoice.v1}. */
interface InvoiceMessages {

    record Issued(
            String invoiceNumber,
            String accountId,
            String enterpriseId,
            LocalDate billDate,
            LocalDate dueDate,
            Period period,
            Money amountDue,
            Money currentCharges,
            boolean firstInvoice,
            String delivery) {}
}

package io.controlcenter.billing.receivables.domain;

import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import java.math.BigDecimal;

/**
 * What is owed of one invoice.
 *
 * @param open what is not paid or credited
 * @param undisputed the part of it that is due now
 */
public record Debt(String invoiceNumber, BigDecimal open, BigDecimal undisputed) {

    public static Debt of(InvoiceStanding invoice) {
        return new Debt(invoice.invoiceNumber(), invoice.open().max(BigDecimal.ZERO), invoice.undisputedOpen());
    }
}

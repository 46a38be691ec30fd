package io.controlcenter.billing.documents;

import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.util.List;
import java.util.Objects;

/** Everything that a document says of an invoice. */
record InvoiceFacts(
        ReadingInvoices.Head invoice,
        List<ReadingInvoices.Line> lines,
        List<TaxLine> taxes,
        List<ReadingInvoices.Section> byService,
        List<ReadingInvoices.Section> byProduct,
        List<ReadingInvoices.UsageSum> byUsageType,
        Buyer buyer) {

    /** @param country ISO 3166, of its services, or the seller's */
    record Buyer(String name, String accountId, String contactName, String email, String country) {}

    /** Without the detail of services: what is printed for an account that gets the summary only. */
    InvoiceFacts summary() {
        return new InvoiceFacts(invoice, List.of(), taxes, byService, byProduct, byUsageType, buyer);
    }

    /** Lines in the account's currency; only a held invoice can have others. */
    List<ReadingInvoices.Line> billed() {
        return lines.stream()
                .filter(line -> Objects.equals(line.netAmount().currency(), invoice.currency()))
                .toList();
    }

    List<UblTaxes.Supplied> supplied() {
        return billed().stream()
                .map(line -> new UblTaxes.Supplied(line.netAmount().amount(), line.taxRuleIds()))
                .toList();
    }
}

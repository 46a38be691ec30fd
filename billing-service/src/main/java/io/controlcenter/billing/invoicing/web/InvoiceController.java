package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.invoicing.application.FindingInvoices;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.LineNumber;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices to read. Those older than 24 months answer 410. */
@RestController
@RequestMapping(path = "/api/v{version}/invoices", version = "1")
@Tag(name = "Invoices")
class InvoiceController {

    private final ReadingInvoices reading;
    private final ReadingAccounts accounts;
    private final FindingInvoices finder;

    InvoiceController(ReadingInvoices reading, ReadingAccounts accounts, FindingInvoices finder) {
        this.reading = reading;
        this.accounts = accounts;
        this.finder = finder;
    }

    @GetMapping
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "listInvoices", summary = "The invoices of the enterprise, newest first")
    @Parameter(name = "accountId", description = "Only invoices of this billing account")
    @Parameter(name = "billDate.gte", description = "Only invoices billed on this date or later")
    @Parameter(name = "state", description = "Only invoices in these states, separated by commas")
    @Parameter(
            name = "delivery",
            description = "Only invoices that are delivered so: PAPERLESS, PAPER, INVOICE_SUMMARY")
    @Parameter(name = "pastDue", description = "Only those that are past due, or only those that are not")
    ResponseEntity<Page<InvoiceView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterprise(), caller.isProvider(), finder.oldest(), request)
                .map(InvoiceView::of)
                .toResponse();
    }

    @GetMapping("/{invoiceNumber}")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "getInvoice",
            summary =
                    "One invoice: totals, taxes, how the account stood, and the sums by service, product and type of usage")
    ResponseEntity<InvoiceView> get(@PathVariable String invoiceNumber, Caller caller) {
        var invoice = finder.find(invoiceNumber, caller);
        var view = InvoiceView.of(
                invoice,
                StatementView.of(invoice.statement(), invoice.currency()),
                reading.taxes(invoice.id()).stream()
                        .map(tax -> InvoiceView.TaxView.of(tax, invoice.currency()))
                        .toList(),
                new InvoiceView.Sections(
                        reading.byService(invoice.id()),
                        reading.byProduct(invoice.id()),
                        reading.byUsageType(invoice.id())));
        return ResponseEntity.ok().eTag(IfMatch.tag(invoice.version())).body(view);
    }

    @GetMapping("/{invoiceNumber}/lines")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "listInvoiceLines", summary = "The lines of an invoice, each with its whole calculation")
    @Parameter(name = "serviceId", description = "Only lines of this service")
    @Parameter(name = "type", description = "Only lines of these types, separated by commas")
    ResponseEntity<Page<InvoiceLineView>> lines(
            @PathVariable String invoiceNumber, ListRequest request, Caller caller) {
        var invoice = finder.find(invoiceNumber, caller);
        return reading.lines(invoice.id(), request)
                .map(line -> InvoiceLineView.of(invoice, line))
                .toResponse();
    }

    @GetMapping("/{invoiceNumber}/lines/{lineId}")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "getInvoiceLine", summary = "One line of an invoice")
    InvoiceLineView line(@PathVariable String invoiceNumber, @PathVariable String lineId, Caller caller) {
        var invoice = finder.find(invoiceNumber, caller);
        return reading.line(invoice.id(), LineNumber.of(lineId))
                .map(line -> InvoiceLineView.of(invoice, line))
                .orElseThrow(() -> Problem.notFound("The line " + lineId));
    }
}

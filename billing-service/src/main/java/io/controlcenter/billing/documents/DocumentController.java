package io.controlcenter.billing.documents;

import io.controlcenter.billing.invoicing.application.FindingInvoices;
import io.controlcenter.platform.documents.Pdf;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices as documents. */
@RestController
@RequestMapping(path = "/api/v{version}/invoices", version = "1")
@Tag(name = "Invoices")
class DocumentController {

    private final FindingInvoices finding;
    private final ReadingFacts reading;
    private final InvoicePage page;
    private final InvoiceUbl ubl;

    DocumentController(FindingInvoices finding, ReadingFacts reading, InvoicePage page, InvoiceUbl ubl) {
        this.finding = finding;
        this.reading = reading;
        this.page = page;
        this.ubl = ubl;
    }

    @GetMapping(
            path = "/{invoiceNumber}/document",
            produces = {
                MediaType.TEXT_HTML_VALUE,
                MediaType.APPLICATION_PDF_VALUE,
                "text/csv",
                MediaType.APPLICATION_XML_VALUE
            })
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "getInvoiceDocument",
            summary = "The invoice as a page, as PDF, as CSV, or as UBL 2.1 by the rules of EN 16931")
    ResponseEntity<byte[]> document(
            @PathVariable String invoiceNumber,
            @Parameter(description = "html, pdf, csv or ubl; without it the Accept header decides")
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(
                            description =
                                    "html and pdf: whether without the detail of services, as printed where delivery is INVOICE_SUMMARY")
                    @RequestParam(defaultValue = "false")
                    boolean summary,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            Caller caller)
            throws HttpMediaTypeNotAcceptableException {
        var wanted = DocumentFormat.wanted(format, accept, EnumSet.allOf(DocumentFormat.class));
        if (summary && !wanted.isForReading()) {
            throw Problem.badQuery(
                    Violation.ofQuery("summary", "goes with html or pdf; csv and ubl are of the whole."));
        }
        var whole = reading.of(finding.find(invoiceNumber, caller));
        var facts = summary ? whole.summary() : whole;
        return wanted.response(facts.invoice().reference(), bytes(wanted, facts));
    }

    private byte[] bytes(DocumentFormat wanted, InvoiceFacts facts) {
        return switch (wanted) {
            case HTML -> page.html(facts).getBytes(StandardCharsets.UTF_8);
            case PDF -> Pdf.of(page.html(facts));
            case CSV -> InvoiceCsv.write(facts).getBytes(StandardCharsets.UTF_8);
            case UBL -> ubl.write(facts);
        };
    }
}

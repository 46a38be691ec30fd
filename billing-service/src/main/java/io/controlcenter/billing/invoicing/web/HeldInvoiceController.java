package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.application.ReleasingInvoices;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff decides on invoices that a safety check holds. */
@RestController
@RequestMapping(path = "/api/v{version}/invoices", version = "1")
@Tag(name = "Invoices")
class HeldInvoiceController {

    @Schema(name = "HoldDecision")
    record Decision(
            @NotBlank @Size(max = 500) @Schema(description = "For the file")
            String reason) {}

    private final ReleasingInvoices releasing;
    private final ReadingInvoices reading;

    HeldInvoiceController(ReleasingInvoices releasing, ReadingInvoices reading) {
        this.releasing = releasing;
        this.reading = reading;
    }

    @PostMapping("/{invoiceNumber}/release")
    @IdempotentWrite
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "releaseInvoice",
            summary = "Issue a held invoice as it is; 409 when the account's charges have changed since")
    ResponseEntity<InvoiceView> release(@PathVariable String invoiceNumber, @RequestBody Decision decision) {
        var number = releasing.release(invoiceNumber, decision.reason());
        var invoice = reading.find(number, true).orElseThrow(() -> Problem.notFound("The invoice " + number));
        return ResponseEntity.ok().eTag(IfMatch.tag(invoice.version())).body(InvoiceView.of(invoice));
    }

    @PostMapping("/{invoiceNumber}/discard")
    @IdempotentWrite
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "discardInvoice",
            summary = "Throw a held invoice away; the account's cycle is billed anew by the next run")
    ResponseEntity<Void> discard(@PathVariable String invoiceNumber, @RequestBody Decision decision) {
        releasing.discard(invoiceNumber, decision.reason());
        return ResponseEntity.noContent().build();
    }
}

package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dispute ledger of an enterprise. */
@RestController
@RequestMapping(path = "/api/v{version}/dispute-lines", version = "1")
@Tag(name = "Billing requests")
class DisputeController {

    private final ReadingRequests reading;
    private final ReadingAccounts accounts;

    DisputeController(ReadingRequests reading, ReadingAccounts accounts) {
        this.reading = reading;
        this.accounts = accounts;
    }

    @GetMapping
    @Access({"BILLING_VIEW", "BILLING_REQUEST_WRITE", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "listDisputeLines",
            summary =
                    "The dispute ledger: what is withheld of each line in dispute, and what was decided, newest first")
    @Parameter(name = "invoiceNumber", description = "Only lines of this invoice")
    @Parameter(name = "state", description = "disputeBeingInvestigated, credit, withdrawn, paymentDue or settled")
    ResponseEntity<Page<DisputeView.LineView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.disputes(caller.enterprise(), request)
                .map(DisputeView.LineView::of)
                .toResponse();
    }
}

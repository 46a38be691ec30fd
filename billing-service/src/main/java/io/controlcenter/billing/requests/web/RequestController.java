package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.requests.application.OpeningRequests;
import io.controlcenter.billing.requests.application.Person;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.web.AmountInput;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions and disputes about bills. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-requests", version = "1")
@Tag(name = "Billing requests")
class RequestController {

    record NewBillingRequest(
            @NotBlank String accountId,

            @NotBlank
            @Schema(
                    description = "INQUIRY, DISPUTE, BALANCE or PAYMENT; see /billing-request-types",
                    example = "DISPUTE")
            String type,

            @NotBlank @Schema(example = "INCORRECT_CHARGE") String subtype,

            @Schema(description = "PORTAL unless said; EMAIL and PHONE are entered by staff")
            BillingRequest.@Nullable Channel channel,

            @Nullable String invoiceNumber,

            @Nullable @Size(max = 200) @Schema(description = "Only of a dispute: the lines of the invoice")
            List<@Valid LineInput> lines,

            @NotBlank @Size(max = 4000) String description,

            @Nullable @Schema(description = "Answers to the questions of the subtype's form")
            Map<String, String> details,

            @NotNull @Valid ContactInput contact,
            @Nullable @Size(max = 64) String customerReference,

            @Nullable @Schema(description = "When the e-mail or the call came; only by staff")
            Instant receivedAt) {}

    @Schema(name = "DisputedLineInput")
    record LineInput(
            @NotBlank String lineId,
            @NotNull @Valid AmountInput amountDisputed,

            @Nullable @Schema(description = "A subtype of DISPUTE; that of the request unless said")
            String reasonCode) {}

    @Schema(name = "BillingRequestContactInput")
    record ContactInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {

        BillingRequest.Contact contact() {
            return new BillingRequest.Contact(name, email, phone);
        }
    }

    private final OpeningRequests opening;
    private final ReadingRequests reading;
    private final ReadingAccounts accounts;

    RequestController(OpeningRequests opening, ReadingRequests reading, ReadingAccounts accounts) {
        this.opening = opening;
        this.reading = reading;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access({"BILLING_REQUEST_WRITE", "BILLING_COORDINATOR"})
    @Operation(operationId = "createBillingRequest", summary = "Ask about a bill, or dispute lines of it")
    ResponseEntity<RequestView> create(@RequestBody NewBillingRequest wanted, Caller caller) {
        var account = accounts.named(wanted.accountId(), caller);
        requireSound(wanted, account, caller);
        var lines = wanted.lines() == null ? List.<LineInput>of() : wanted.lines();
        var subject = new BillingRequest.Subject(
                wanted.type(),
                wanted.subtype(),
                Objects.requireNonNullElse(wanted.channel(), BillingRequest.Channel.PORTAL),
                wanted.invoiceNumber(),
                wanted.description(),
                wanted.details() == null ? Map.of() : wanted.details(),
                wanted.customerReference());
        var opened = opening.open(
                new OpeningRequests.NewRequest(
                        account,
                        subject,
                        lines.stream()
                                .map(line -> new OpeningRequests.Line(
                                        line.lineId(), line.amountDisputed().amount(), line.reasonCode()))
                                .toList(),
                        wanted.contact().contact(),
                        wanted.receivedAt()),
                Person.of(caller));
        var request = RequestProblems.require(opened, account.currency());
        return ResponseEntity.created(URI.create(RequestView.href(request)))
                .eTag(IfMatch.tag(request.version()))
                .body(view(request.requestNumber(), caller));
    }

    private static void requireSound(NewBillingRequest wanted, BillingAccount account, Caller caller) {
        var wrong = new ArrayList<Violation>();
        var channel = wanted.channel();
        if (!caller.isProvider() && channel != null && channel != BillingRequest.Channel.PORTAL) {
            wrong.add(Violation.invalid("/channel", "What comes by e-mail or phone is entered by staff."));
        }
        if (!caller.isProvider() && wanted.receivedAt() != null) {
            wrong.add(new Violation("/receivedAt", Violation.UNEXPECTED_PROPERTY, "This is received now."));
        }
        var lines = wanted.lines() == null ? List.<LineInput>of() : wanted.lines();
        for (int i = 0; i < lines.size(); i++) {
            wrong.addAll(lines.get(i).amountDisputed().flaws("/lines/" + i + "/amountDisputed", account.currency()));
        }
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
    }

    @GetMapping
    @Access(
            value = {
                "BILLING_VIEW",
                "BILLING_REQUEST_WRITE",
                "BILLING_COORDINATOR",
                "CUSTOMER_SUCCESS",
                "CCM",
                "OPERATIONS"
            },
            reach = Reach.SHARED)
    @Operation(
            operationId = "listBillingRequests",
            summary = "Billing requests, newest first; for coordinators those of all enterprises")
    @Parameter(name = "state", description = "received, acknowledged, processing, researching, pendingCustomer, …")
    @Parameter(name = "type", description = "INQUIRY, DISPUTE, BALANCE or PAYMENT")
    @Parameter(name = "invoiceNumber", description = "Only those about this invoice")
    ResponseEntity<Page<RequestView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterpriseId(), caller.isProvider(), request)
                .map(RequestView::of)
                .toResponse();
    }

    @GetMapping("/{requestNumber}")
    @Access(
            value = {
                "BILLING_VIEW",
                "BILLING_REQUEST_WRITE",
                "BILLING_COORDINATOR",
                "CUSTOMER_SUCCESS",
                "CCM",
                "OPERATIONS"
            },
            reach = Reach.SHARED)
    @Operation(
            operationId = "getBillingRequest",
            summary = "One billing request with its clock, its coordinator and, of a dispute, its ledger")
    ResponseEntity<RequestView> get(@PathVariable String requestNumber, Caller caller) {
        var whole = reading.find(requestNumber, caller.isProvider()).orElseThrow(() -> notFound(requestNumber));
        return ResponseEntity.ok().eTag(IfMatch.tag(whole.request().version())).body(RequestView.of(whole));
    }

    private RequestView view(String requestNumber, Caller caller) {
        return RequestView.of(
                reading.find(requestNumber, caller.isProvider()).orElseThrow(() -> notFound(requestNumber)));
    }

    static Problem notFound(String requestNumber) {
        return Problem.notFound("The billing request " + requestNumber);
    }
}

package io.controlcenter.billing.receivables.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.receivables.application.CreditNotes;
import io.controlcenter.billing.receivables.application.Funds;
import io.controlcenter.billing.receivables.application.GivingCredit;
import io.controlcenter.billing.receivables.application.WithdrawingInvoices;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.receivables.domain.FundUse;
import io.controlcenter.billing.web.AmountInput;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money given back. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Credit notes")
class CreditNoteController {

    record NewCreditNote(
            @NotBlank String accountId,

            @Nullable @Schema(description = "What it corrects; a credit to the account when absent")
            String invoiceNumber,

            @Schema(description = "DISPUTE comes from a billing request alone")
            CreditNote.@NotNull Reason reason,

            @NotNull @Valid @Schema(description = "Without the taxes of the invoice, which are given back with it")
            AmountInput amount,

            @Nullable
            @Size(max = 500)
            @Schema(
                    description =
                            "Of the invoice, without taxes; they add up to the amount. Without lines the amount is spread over what is left of all lines")
            List<@Valid LineInput> lines,

            @NotBlank @Size(max = 500) String description) {}

    @Schema(name = "CreditLineInput")
    record LineInput(
            @NotBlank String lineId, @NotNull @Valid AmountInput amount) {}

    record NewWithdrawal(
            @NotBlank @Size(max = 500) String reason,

            @Nullable
            @Schema(
                    description =
                            "Whether the account's next invoice bills what this one did, as prices and dates are then; only of the account's last invoice. Unless said, what it charged is billed to nobody")
            Boolean rebill) {}

    private final GivingCredit giving;
    private final WithdrawingInvoices withdrawing;
    private final CreditNotes notes;
    private final Funds funds;
    private final ReadingAccounts accounts;

    CreditNoteController(
            GivingCredit giving,
            WithdrawingInvoices withdrawing,
            CreditNotes notes,
            Funds funds,
            ReadingAccounts accounts) {
        this.giving = giving;
        this.withdrawing = withdrawing;
        this.notes = notes;
        this.funds = funds;
        this.accounts = accounts;
    }

    @PostMapping("/credit-notes")
    @IdempotentWrite(keyRequired = true)
    @Access("BILLING_COORDINATOR")
    @Operation(operationId = "issueCreditNote", summary = "Give back what was billed wrongly, or as a goodwill")
    ResponseEntity<CreditNoteView> issue(@RequestBody NewCreditNote wanted, Caller caller) {
        var account = accounts.named(wanted.accountId(), caller);
        CreditProblems.requireSound(wanted, account.currency());
        var lines = wanted.lines() == null
                ? List.<CreditNote.Line>of()
                : wanted.lines().stream()
                        .map(line ->
                                new CreditNote.Line(line.lineId(), line.amount().amount()))
                        .toList();
        var credit = new GivingCredit.Credit(
                account,
                wanted.invoiceNumber(),
                wanted.reason(),
                wanted.amount().amount(),
                lines,
                wanted.description());
        return created(CreditProblems.require(giving.give(credit, caller.name()), account.currency()));
    }

    @PostMapping("/invoices/{invoiceNumber}/withdrawal")
    @IdempotentWrite(keyRequired = true)
    @Access("BILLING_COORDINATOR")
    @Operation(
            operationId = "withdrawInvoice",
            summary = "Take a wrong invoice back as a whole, by a credit note over all of it; bill it anew or not")
    ResponseEntity<CreditNoteView> withdraw(
            @PathVariable String invoiceNumber, @RequestBody NewWithdrawal withdrawal, Caller caller) {
        return created(CreditProblems.require(withdrawing.withdraw(
                invoiceNumber, Boolean.TRUE.equals(withdrawal.rebill()), withdrawal.reason(), caller.name())));
    }

    @GetMapping("/credit-notes")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "listCreditNotes", summary = "Credit notes, newest first")
    @Parameter(name = "invoiceNumber", description = "Only those that correct this invoice")
    @Parameter(name = "reason", description = "DISPUTE, DISCONNECT, OUTAGE, GOODWILL or CORRECTION")
    ResponseEntity<Page<CreditNoteView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        var page = notes.list(caller.enterprise(), request);
        var uses = uses(page.items());
        return page.map(note -> CreditNoteView.of(note, uses)).toResponse();
    }

    @GetMapping("/credit-notes/{creditNoteNumber}")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "getCreditNote", summary = "One credit note")
    CreditNoteView get(@PathVariable String creditNoteNumber) {
        var note =
                notes.find(creditNoteNumber).orElseThrow(() -> Problem.notFound("The credit note " + creditNoteNumber));
        return CreditNoteView.of(note, uses(List.of(note)));
    }

    private Map<String, FundUse> uses(List<CreditNote> shown) {
        return funds.uses(shown.stream().map(CreditNote::creditNoteNumber).toList());
    }

    private ResponseEntity<CreditNoteView> created(CreditNote note) {
        var view = CreditNoteView.of(note, uses(List.of(note)));
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }
}

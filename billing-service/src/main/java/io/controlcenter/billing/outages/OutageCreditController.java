package io.controlcenter.billing.outages;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.outages.domain.OutageCredit;
import io.controlcenter.billing.outages.domain.OutageCredit.Outcome;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credits for outages, which nobody has to claim. */
@RestController
@RequestMapping(path = "/api/v{version}/outage-credits", version = "1")
@Tag(name = "Outage credits")
class OutageCreditController {

    @Schema(name = "OutageCreditApproval")
    record Approval(
            @Nullable @Valid @Schema(description = "Another amount than the proposed one, up to the monthly price")
            AmountInput amount,

            @NotBlank @Size(max = 500) String text) {}

    @Schema(name = "OutageCreditDecline")
    record Decline(@NotBlank @Size(max = 500) String reason) {}

    private final ProposingCredits proposing;
    private final OutageCredits credits;
    private final ReadingAccounts accounts;

    OutageCreditController(ProposingCredits proposing, OutageCredits credits, ReadingAccounts accounts) {
        this.proposing = proposing;
        this.credits = credits;
        this.accounts = accounts;
    }

    @GetMapping
    @Access(
            value = {"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "listOutageCredits",
            summary = "Credits proposed for outages, newest first; for coordinators those of all enterprises")
    @Parameter(name = "state", description = "PROPOSED, APPROVED or DECLINED")
    @Parameter(name = "ticketNumber", description = "Only those of this ticket")
    ResponseEntity<Page<OutageCreditView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return credits.list(caller.enterpriseId(), request)
                .map(OutageCreditView::of)
                .toResponse();
    }

    @GetMapping("/{proposalId}")
    @Access(
            value = {"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getOutageCredit", summary = "One proposal, with its whole calculation")
    ResponseEntity<OutageCreditView> get(@PathVariable String proposalId) {
        return answer(credits.find(proposalId).orElseThrow(() -> Problem.notFound("The outage credit " + proposalId)));
    }

    @PostMapping("/{proposalId}/approval")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(operationId = "approveOutageCredit", summary = "Put the credit on the account's next invoice")
    ResponseEntity<OutageCreditView> approve(
            @PathVariable String proposalId, @RequestBody Approval approval, IfMatch ifMatch, Caller caller) {
        var amount = approval.amount();
        if (amount != null) {
            requireSound(proposalId, amount);
        }
        return decided(proposing.approve(
                proposalId, ifMatch::require, amount == null ? null : amount.amount(), approval.text(), caller.name()));
    }

    private void requireSound(String proposalId, AmountInput amount) {
        var credit = credits.find(proposalId).orElseThrow(() -> Problem.notFound("The outage credit " + proposalId));
        var wrong = amount.flaws("/amount", credit.currency());
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
    }

    @PostMapping("/{proposalId}/decline")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(operationId = "declineOutageCredit", summary = "Give nothing back for the outage")
    ResponseEntity<OutageCreditView> decline(
            @PathVariable String proposalId, @RequestBody Decline decline, IfMatch ifMatch, Caller caller) {
        return decided(proposing.decline(proposalId, ifMatch::require, decline.reason(), caller.name()));
    }

    private static ResponseEntity<OutageCreditView> decided(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var credit) -> answer(credit);
            case Outcome.DecidedAlready(var state) ->
                throw Problem.conflict("outage-credit-decided", "This credit is decided already: " + state + ".")
                        .with("state", state.name());
            case Outcome.AmountUnfit(var most) ->
                throw Problem.unprocessable(Violation.invalid(
                        "/amount",
                        most == null
                                ? "The price of the service is not known; say how much is given back."
                                : "More than 0 and at most "
                                        + most.stripTrailingZeros().toPlainString() + "."));
        };
    }

    private static ResponseEntity<OutageCreditView> answer(OutageCredit credit) {
        return ResponseEntity.ok().eTag(IfMatch.tag(credit.version())).body(OutageCreditView.of(credit));
    }
}

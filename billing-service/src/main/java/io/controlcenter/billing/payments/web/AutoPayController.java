package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.application.AutoPay;
import io.controlcenter.billing.payments.application.EnrollingAutoPay;
import io.controlcenter.billing.web.AmountInput;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices that are paid by themselves on their due date. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-accounts/{accountId}/autopay", version = "1")
@Tag(name = "Payments")
class AutoPayController {

    record AutoPayChoice(
            @NotBlank String methodId,

            @Nullable @Valid @Schema(description = "An invoice of more than this is not paid by itself")
            AmountInput limit) {}

    @Schema(name = "AutoPay")
    record AutoPayView(
            String accountId, String methodId, @Nullable Money limit, Instant enrolledAt, String enrolledBy) {}

    private final EnrollingAutoPay enrolling;
    private final ReadingAccounts accounts;

    AutoPayController(EnrollingAutoPay enrolling, ReadingAccounts accounts) {
        this.enrolling = enrolling;
        this.accounts = accounts;
    }

    @GetMapping
    @Access({"BILLING_VIEW", "BILLING_PAY", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "getAutoPay", summary = "Whether and how the account pays by itself; 404 when it does not")
    ResponseEntity<AutoPayView> get(@PathVariable String accountId) {
        var account = account(accountId);
        return answer(account, enrolling.find(accountId).orElseThrow(AutoPayController::off));
    }

    @PutMapping
    @Access("BILLING_PAY")
    @Operation(operationId = "putAutoPay", summary = "Let invoices be paid by themselves on their due date")
    ResponseEntity<AutoPayView> put(
            @PathVariable String accountId, @RequestBody AutoPayChoice choice, IfMatch ifMatch, Caller caller) {
        var account = account(accountId);
        var limit = choice.limit();
        if (limit != null && !limit.flaws("/limit", account.currency()).isEmpty()) {
            throw Problem.unprocessable(limit.flaws("/limit", account.currency()));
        }
        var enrolled = enrolling.enroll(
                account, choice.methodId(), limit == null ? null : limit.amount(), ifMatch::require, caller.name());
        return answer(
                account,
                enrolled.orElseThrow(() -> Problem.unprocessable(Violation.referenceNotFound(
                        "/methodId", "The account has no payment method " + choice.methodId() + "."))));
    }

    @DeleteMapping
    @Access("BILLING_PAY")
    @Operation(operationId = "deleteAutoPay", summary = "Pay by hand again")
    ResponseEntity<Void> delete(@PathVariable String accountId) {
        if (!enrolling.leave(account(accountId))) {
            throw off();
        }
        return ResponseEntity.noContent().build();
    }

    private BillingAccount account(String accountId) {
        return accounts.find(accountId).orElseThrow(() -> Problem.notFound("The account " + accountId));
    }

    private static Problem off() {
        return Problem.notFound("AutoPay of the account");
    }

    private static ResponseEntity<AutoPayView> answer(BillingAccount account, AutoPay autoPay) {
        var limit = autoPay.limit();
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(autoPay.version()))
                .body(new AutoPayView(
                        autoPay.accountId(),
                        autoPay.methodId(),
                        limit == null ? null : Money.of(limit, account.currency()),
                        autoPay.enrolledAt(),
                        autoPay.enrolledBy()));
    }
}

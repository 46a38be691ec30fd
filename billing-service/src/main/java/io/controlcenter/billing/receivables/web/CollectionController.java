package io.controlcenter.billing.receivables.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.receivables.application.CollectionTerms;
import io.controlcenter.billing.receivables.application.ReadingBalances;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an account owes, and how it is collected from. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-accounts/{accountId}", version = "1")
@Tag(name = "Receivables")
class CollectionController {

    /** The whole of the terms; what is absent follows the provider's usual ones. */
    record NewTerms(
            @Nullable @Min(1) @Max(730) @Schema(description = "Days after the bill date; 90 unless said")
            Integer disputeWindowDays,

            @Nullable
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 5)
            @Schema(description = "A month, of what is undisputed and past due; 0.015 unless said")
            BigDecimal lateChargeRate,

            @Nullable @Schema(description = "No reminders and no new credit hold up to and on this day")
            LocalDate dunningPausedUntil,

            @Nullable @Size(max = 500) @Schema(description = "Needed when reminders are paused")
            String dunningPauseReason) {}

    @Schema(name = "CollectionTerms")
    record TermsView(
            String accountId,
            @Nullable Integer disputeWindowDays,
            @Nullable BigDecimal lateChargeRate,
            @Nullable LocalDate dunningPausedUntil,
            @Nullable String dunningPauseReason) {

        static TermsView of(AccountStanding standing) {
            return new TermsView(
                    standing.accountId(),
                    standing.disputeWindowDays(),
                    standing.lateChargeRate(),
                    standing.dunningPausedUntil(),
                    standing.dunningPauseReason());
        }
    }

    private final ReadingAccounts accounts;
    private final ReadingBalances balances;
    private final CollectionTerms terms;

    CollectionController(ReadingAccounts accounts, ReadingBalances balances, CollectionTerms terms) {
        this.accounts = accounts;
        this.balances = balances;
        this.terms = terms;
    }

    @GetMapping("/balance")
    @Access({"BILLING_VIEW", "BILLING_PAY", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(
            operationId = "getAccountBalance",
            summary = "What the account owes, what of it is due now, in dispute and past due, and how old it is")
    BalanceView balance(@PathVariable String accountId) {
        var account = account(accountId);
        return BalanceView.of(account, balances.of(account));
    }

    @GetMapping("/collection-terms")
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "getCollectionTerms", summary = "How the account is collected from, where not as usual")
    ResponseEntity<TermsView> terms(@PathVariable String accountId) {
        return answer(balances.of(account(accountId)).standing());
    }

    @PutMapping("/collection-terms")
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "putCollectionTerms",
            summary =
                    "Set the dispute window and the late charge rate of the account, or pause its reminders and credit hold")
    ResponseEntity<TermsView> put(@PathVariable String accountId, @RequestBody NewTerms wanted, IfMatch ifMatch) {
        if ((wanted.dunningPausedUntil() == null) != (wanted.dunningPauseReason() == null)) {
            throw Problem.unprocessable(
                    wanted.dunningPauseReason() == null
                            ? Violation.missing("/dunningPauseReason", "Say why reminders are paused.")
                            : Violation.missing("/dunningPausedUntil", "Say until when reminders are paused."));
        }
        return answer(terms.change(
                account(accountId),
                ifMatch::require,
                before -> before.withTerms(
                        wanted.disputeWindowDays(),
                        wanted.lateChargeRate(),
                        wanted.dunningPausedUntil(),
                        wanted.dunningPauseReason())));
    }

    private BillingAccount account(String accountId) {
        return accounts.find(accountId).orElseThrow(() -> Problem.notFound("The account " + accountId));
    }

    private static ResponseEntity<TermsView> answer(AccountStanding standing) {
        return ResponseEntity.ok().eTag(IfMatch.tag(standing.version())).body(TermsView.of(standing));
    }
}

package io.controlcenter.billing.accounts.web;

import io.controlcenter.billing.accounts.application.ChangingAccounts;
import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.AccountChanges;
import io.controlcenter.billing.accounts.domain.BillingAccounts;
import io.controlcenter.billing.accounts.domain.BillingMode;
import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.billing.accounts.domain.PdfDelivery;
import io.controlcenter.billing.accounts.web.BillingAccountController.ContactInput;
import io.controlcenter.billing.accounts.web.BillingAccountController.PdfChoice;
import io.controlcenter.billing.proration.domain.DayCount;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Removable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing what holds for an account, and from when. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-accounts/{accountId}", version = "1")
@Tag(name = "Billing accounts")
class AccountTermsController {

    /** JSON Merge Patch on these properties only. An account keeps its currency. */
    @Schema(name = "BillingAccountPatch")
    record AccountPatch(
            @Nullable
            @Pattern(regexp = "ENTERPRISE|NATIONAL_WHOLESALE")
            @Schema(description = "Whose support hours its billing requests go by; staff only")
            String segment,

            @Nullable
            @Min(1)
            @Max(31)
            @Schema(description = "From the next cycle on, which begins on the first such day after today; staff only")
            Integer billCycleDay,

            @Nullable @Schema(description = "From the next bill on; staff only")
            BillingMode billingMode,

            @Nullable @Min(0) @Max(120) @Schema(description = "Of the bills to come; staff only")
            Integer paymentTermsDays,

            @Nullable
            @Pattern(regexp = ProrationPolicy.NAME)
            @Schema(
                    description = "How days are counted in cycles that are not billed yet; staff only",
                    example = "STRICT_30/START_BILLED/STOP_FREE")
            String prorationPolicyId,

            @Nullable Delivery delivery,

            @Nullable @Valid ContactInput billingContact,

            @Removable @Nullable @Valid @Schema(description = "Null for nobody")
            PdfChoice pdfDelivery) {}

    @Schema(name = "NewProrationPolicy")
    record NewPolicy(
            @NotNull @Schema(description = "For cycles that begin on this date or later")
            LocalDate effectiveFrom,

            @NotNull DayCount dayCount,
            @NotNull Boolean startDayBilled,
            @NotNull Boolean stopDayBilled) {}

    @Schema(name = "ProrationPolicies")
    record Policies(List<BillingAccounts.DatedPolicy> items) {}

    private final ChangingAccounts changing;
    private final ReadingAccounts reading;
    private final BillingAccounts accounts;

    AccountTermsController(ChangingAccounts changing, ReadingAccounts reading, BillingAccounts accounts) {
        this.changing = changing;
        this.reading = reading;
        this.accounts = accounts;
    }

    @PatchMapping
    @Access({"ENTERPRISE_ADMIN", "BILLING_REQUEST_WRITE", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "patchBillingAccount",
            summary = "Change whom bills go to and how, and for staff the terms, from the next cycle on")
    ResponseEntity<BillingAccountView> patch(
            @PathVariable String accountId,
            @RequestBody AccountPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        var changes = changes(patch, nulls);
        if (changes.changeTerms() && !caller.mayAny("OPERATIONS")) {
            throw Problem.forbidden(
                    "terms-forbidden",
                    "Segment, cycle, mode, payment terms and policy are changed by OPERATIONS of the provider.");
        }
        return BillingAccountController.answer(changing.change(accountId, changes, ifMatch::require));
    }

    private static AccountChanges changes(AccountPatch patch, MergePatch nulls) {
        var contact = patch.billingContact();
        var pdf = patch.pdfDelivery();
        var noPdf = nulls.removes("pdfDelivery") ? PdfDelivery.NOBODY : null;
        return new AccountChanges(
                patch.segment(),
                patch.billCycleDay(),
                patch.billingMode(),
                patch.paymentTermsDays(),
                patch.prorationPolicyId(),
                patch.delivery(),
                contact == null ? null : contact.contact(),
                pdf == null ? noPdf : pdf.delivery());
    }

    @PostMapping("/proration-policies")
    @IdempotentWrite
    @Access(value = "OPERATIONS")
    @Operation(
            operationId = "addProrationPolicy",
            summary = "How days are counted in cycles that begin on a day or later; billed ones keep theirs")
    ResponseEntity<Policies> prorate(@PathVariable String accountId, @RequestBody NewPolicy wanted) {
        changing.prorate(
                accountId,
                wanted.effectiveFrom(),
                ProrationPolicy.of(wanted.dayCount(), wanted.startDayBilled(), wanted.stopDayBilled())
                        .id());
        return ResponseEntity.created(URI.create("/api/v1/billing-accounts/" + accountId + "/proration-policies"))
                .body(new Policies(accounts.policies(accountId)));
    }

    @GetMapping("/proration-policies")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "listProrationPolicies", summary = "How days are counted, along time; the first from ever")
    Policies policies(@PathVariable String accountId) {
        if (reading.find(accountId).isEmpty()) {
            throw Problem.notFound("The account " + accountId);
        }
        return new Policies(accounts.policies(accountId));
    }
}

package io.controlcenter.order.credit.web;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.credit.application.ApplyingForCredit;
import io.controlcenter.order.credit.application.CreditPolicies;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditDecision;
import io.controlcenter.order.credit.domain.CreditDecision.Verdict;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the credit analyst does with an application; nobody else decides. */
@RestController
@RequestMapping(path = "/api/v{version}/credit-applications/{applicationNumber}", version = "1")
@Tag(name = "Credit")
class CreditDecisionController {

    record DecideCredit(
            @NotNull Verdict decision,

            @Schema(description = "Up to this much per month; not when declined")
            @Nullable
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 12, fraction = 2)
            BigDecimal limit,

            @Schema(description = "Only with APPROVED_WITH_DEPOSIT")
            @Nullable
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 12, fraction = 2)
            BigDecimal depositRequired,

            @Schema(description = "In words, for the customer; mandatory when declined") @Nullable @Size(max = 2000)
            String terms,

            @Schema(description = "For the analysts only") @Nullable @Min(0) @Max(1000)
            Integer score,

            @Schema(description = "Last day; as the credit policy says unless given") @Nullable
            LocalDate validUntil) {}

    @Schema(name = "TaxNumber")
    record TaxIdView(String applicationNumber, String taxId) {}

    private final ApplyingForCredit applying;
    private final CreditAnswers answers;
    private final CreditPolicies policies;
    private final Calendars calendars;
    private final Clock clock;

    CreditDecisionController(
            ApplyingForCredit applying,
            CreditAnswers answers,
            CreditPolicies policies,
            Calendars calendars,
            Clock clock) {
        this.applying = applying;
        this.answers = answers;
        this.policies = policies;
        this.calendars = calendars;
        this.clock = clock;
    }

    @PostMapping("/review")
    @IdempotentWrite
    @Access(value = "CREDIT_ANALYST", reach = Reach.PROVIDER)
    @Operation(operationId = "reviewCreditApplication", summary = "Take up a submitted application")
    ResponseEntity<CreditView> review(@PathVariable String applicationNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(applying.review(applicationNumber, ifMatch::require), caller);
    }

    @PostMapping("/information-request")
    @IdempotentWrite
    @Access(value = "CREDIT_ANALYST", reach = Reach.PROVIDER)
    @Operation(operationId = "requestCreditInformation", summary = "Ask the customer for what is missing")
    ResponseEntity<CreditView> ask(
            @PathVariable String applicationNumber,
            @RequestBody CreditApplicationController.Information information,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(applying.requireInformation(applicationNumber, information.text(), ifMatch::require), caller);
    }

    @GetMapping("/tax-id")
    @Access(value = "CREDIT_ANALYST", reach = Reach.PROVIDER)
    @Operation(
            operationId = "readCreditTaxId",
            summary = "The tax number in clear; that it was read is kept in the audit trail")
    ResponseEntity<TaxIdView> taxId(@PathVariable String applicationNumber) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(new TaxIdView(applicationNumber, applying.taxId(applicationNumber)));
    }

    @PostMapping("/decide")
    @IdempotentWrite
    @Access(value = "CREDIT_ANALYST", reach = Reach.PROVIDER)
    @Operation(
            operationId = "decideCreditApplication",
            summary = "Decide; orders that wait for this credit go on by themselves")
    ResponseEntity<CreditView> decide(
            @PathVariable String applicationNumber,
            @RequestBody DecideCredit decision,
            IfMatch ifMatch,
            Caller caller) {
        requireSound(decision);
        var application = answers.find(applicationNumber);
        return answers.of(
                applying.decide(applicationNumber, decision(application, decision, caller), ifMatch::require), caller);
    }

    private LocalDate today() {
        return calendars.standard().dateOf(clock.instant());
    }

    private CreditDecision decision(CreditApplication application, DecideCredit as, Caller by) {
        var currency = application.applicant().requestedCredit().currency();
        var until = as.validUntil() != null
                ? as.validUntil()
                : today().plusMonths(policies.on(today()).validityMonths());
        return new CreditDecision(
                as.decision(),
                as.limit() == null ? null : Money.of(as.limit(), currency),
                as.depositRequired() == null ? null : Money.of(as.depositRequired(), currency),
                as.terms(),
                as.score(),
                as.decision() == Verdict.DECLINED ? null : until,
                clock.instant(),
                by.name());
    }

    private void requireSound(DecideCredit decision) {
        var violations = new ArrayList<Violation>();
        var declined = decision.decision() == Verdict.DECLINED;
        if (declined && decision.limit() != null) {
            violations.add(Violation.invalid("/limit", "What is declined has no limit."));
        }
        if (!declined && decision.limit() == null) {
            violations.add(Violation.missing("/limit", "An approval has a limit."));
        }
        var deposit = decision.decision() == Verdict.APPROVED_WITH_DEPOSIT;
        if (deposit && decision.depositRequired() == null) {
            violations.add(Violation.missing("/depositRequired", "Say which deposit is required."));
        }
        if (!deposit && decision.depositRequired() != null) {
            violations.add(Violation.invalid("/depositRequired", "Only APPROVED_WITH_DEPOSIT has a deposit."));
        }
        if (declined && (decision.terms() == null || decision.terms().isBlank())) {
            violations.add(Violation.missing("/terms", "Tell the customer why, in words."));
        }
        if (decision.validUntil() != null && (declined || decision.validUntil().isBefore(today()))) {
            violations.add(Violation.invalid("/validUntil", "An approval ends in the future; a refusal never does."));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }
}

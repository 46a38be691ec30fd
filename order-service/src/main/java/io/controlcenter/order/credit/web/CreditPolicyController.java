package io.controlcenter.order.credit.web;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.credit.application.CreditPolicies;
import io.controlcenter.order.credit.domain.CreditPolicy;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When an order needs credit, as data. */
@RestController
@RequestMapping(path = "/api/v{version}/credit-policy", version = "1")
@Tag(name = "Credit")
class CreditPolicyController {

    record NewPolicy(
            @NotNull LocalDate effectiveFrom,

            @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 2)
            BigDecimal monthlyThreshold,

            @NotNull @Pattern(regexp = "USD|CAD|EUR|GBP", message = "must be USD, CAD, EUR or GBP")
            String currency,

            @NotNull @Min(1) @Max(60) Integer validityMonths) {

        CreditPolicy policy() {
            return new CreditPolicy(effectiveFrom, Money.of(monthlyThreshold, currency), validityMonths);
        }
    }

    private final CreditPolicies policies;
    private final Calendars calendars;
    private final Clock clock;

    CreditPolicyController(CreditPolicies policies, Calendars calendars, Clock clock) {
        this.policies = policies;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "CREDIT_ANALYST", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getCreditPolicy", summary = "From which monthly amount on an order needs credit")
    CreditPolicy get(
            @Parameter(description = "The day; today unless given") @RequestParam(required = false) @Nullable
                    LocalDate on) {
        var date = on == null ? today() : on;
        return policies.find(date).orElseThrow(() -> Problem.notFound("A credit policy for " + date));
    }

    private LocalDate today() {
        return calendars.standard().dateOf(clock.instant());
    }

    @PostMapping
    @IdempotentWrite
    @Access(
            value = {"CREDIT_ANALYST", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "publishCreditPolicy", summary = "Publish the policy that applies from a day on")
    ResponseEntity<CreditPolicy> publish(@RequestBody NewPolicy policy) {
        if (policy.effectiveFrom().isBefore(today())) {
            throw Problem.unprocessable(Violation.invalid("/effectiveFrom", "This date has passed."));
        }
        if (!policies.publish(policy.policy())) {
            throw Problem.conflict(
                    "credit-policy-exists", "Another policy applies from " + policy.effectiveFrom() + " already.");
        }
        return ResponseEntity.created(URI.create("/api/v1/credit-policy?on=" + policy.effectiveFrom()))
                .body(policy.policy());
    }
}

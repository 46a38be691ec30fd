package io.controlcenter.order.pricing;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.pricing.domain.ChangeKind;
import io.controlcenter.order.pricing.domain.RateCard;
import io.controlcenter.order.pricing.domain.Stage;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What hurrying, changing and cancelling costs, for everybody to read before they commit (handbook S28). */
@RestController
@RequestMapping(path = "/api/v{version}/rate-card", version = "1")
@Tag(name = "Rate card and intervals")
class RateCardController {

    record NewCard(
            @Schema(description = "First day on which it applies; not in the past") @NotNull
            LocalDate effectiveFrom,

            @NotNull @Pattern(regexp = "USD|CAD|EUR|GBP", message = "must be USD, CAD, EUR or GBP")
            String currency,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 2) @Schema(example = "300.00")
            BigDecimal expeditePerDay,

            @NotNull @Valid Timing timing,
            @NotNull List<@Valid NewModification> modifications,
            @NotNull List<@Valid NewCancellation> cancellations) {

        RateCard card() {
            return new RateCard(
                    effectiveFrom,
                    Money.of(expeditePerDay, currency),
                    new RateCard.Timing(
                            timing.engineeringAfter(),
                            timing.expeditedEngineeringAfter(),
                            timing.preStartBefore(),
                            timing.pointOfNoReturnBefore()),
                    modifications.stream()
                            .map(tier -> new RateCard.ModificationTier(
                                    tier.changeKind(), tier.stage(), Money.of(tier.amount(), currency)))
                            .toList(),
                    cancellations.stream()
                            .map(tier -> new RateCard.CancellationTier(
                                    tier.stage(),
                                    Money.of(tier.flat(), currency),
                                    tier.percentOfNonRecurring(),
                                    tier.monthsOfRecurring()))
                            .toList());
        }
    }

    @Schema(name = "RateCardTimingInput")
    record Timing(
            @NotNull @Min(0) @Max(250) Integer engineeringAfter,
            @NotNull @Min(0) @Max(250) Integer expeditedEngineeringAfter,
            @NotNull @Min(0) @Max(250) Integer preStartBefore,
            @NotNull @Min(0) @Max(250) Integer pointOfNoReturnBefore) {}

    record NewModification(
            @NotNull ChangeKind changeKind,
            @NotNull Stage stage,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal amount) {}

    record NewCancellation(
            @NotNull Stage stage,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal flat,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percentOfNonRecurring,

            @NotNull @Min(0) @Max(84) Integer monthsOfRecurring) {}

    private final RateCards cards;
    private final Calendars calendars;
    private final Clock clock;

    RateCardController(RateCards cards, Calendars calendars, Clock clock) {
        this.cards = cards;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(
            operationId = "getRateCard",
            summary = "The fees for expediting, changing and cancelling an order, as they apply on a day")
    RateCard get(
            @Parameter(description = "The day; today unless given") @RequestParam(required = false) @Nullable
                    LocalDate on) {
        var date = on == null ? today() : on;
        return cards.on(date).orElseThrow(() -> Problem.notFound("A rate card for " + date));
    }

    private LocalDate today() {
        return calendars.standard().dateOf(clock.instant());
    }

    @PostMapping
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "publishRateCard",
            summary = "Publish the rate card that applies from a day on; a published card never changes")
    ResponseEntity<RateCard> publish(@RequestBody NewCard card) {
        requireSound(card);
        if (!cards.publish(card.card())) {
            throw Problem.conflict(
                    "rate-card-exists", "Another rate card applies from " + card.effectiveFrom() + " already.");
        }
        return ResponseEntity.created(URI.create("/api/v1/rate-card?on=" + card.effectiveFrom()))
                .body(card.card());
    }

    private void requireSound(NewCard card) {
        var violations = new ArrayList<Violation>();
        if (card.effectiveFrom().isBefore(today())) {
            violations.add(Violation.invalid("/effectiveFrom", "This date has passed."));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < card.modifications().size(); i++) {
            var tier = card.modifications().get(i);
            var at = "/modifications/" + i;
            if (!seen.add(tier.changeKind() + " " + tier.stage())) {
                violations.add(Violation.invalid(at, "This kind of change has an amount for this stage already."));
            }
            if (tier.changeKind() == ChangeKind.ADMINISTRATIVE && tier.amount().signum() != 0) {
                violations.add(Violation.invalid(at + "/amount", "Administrative changes are free."));
            }
        }
        for (int i = 0; i < card.cancellations().size(); i++) {
            if (!seen.add("cancel " + card.cancellations().get(i).stage())) {
                violations.add(Violation.invalid("/cancellations/" + i, "This stage has a tier already."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }
}

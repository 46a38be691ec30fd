package io.controlcenter.billing.proration.web;

import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.RecurringCharges;
import io.controlcenter.billing.proration.web.ProrationInputs.ChangeInput;
import io.controlcenter.billing.proration.web.ProrationInputs.PolicyInput;
import io.controlcenter.billing.proration.web.ProrationInputs.PriceInput;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What-if questions about recurring charges. Nothing is read of any account and nothing is stored. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Proration")
class ProrationController {

    private static final int MAX_MONTHS = 12;

    @Schema(name = "ProrationQuestion")
    record Question(
            @NotNull @Valid PriceInput amount,
            @NotNull @Min(1) @Max(31) Integer billCycleDay,

            @NotNull @Schema(description = "Any day of the cycle that is asked about")
            LocalDate cycleDate,

            @NotNull LocalDate serviceStart,
            @Nullable LocalDate serviceStop,
            @Nullable @Valid PolicyInput policy,
            @Nullable @Size(max = 100) List<@Valid ChangeInput> priceChanges) {}

    @Schema(name = "ProrationAnswer")
    record Answer(
            @Schema(description = "The whole cycle, half-open")
            Period cycle,

            List<ChargeLines.Line> lines,
            io.controlcenter.billing.domain.Money total) {}

    enum Mode {
        ADVANCE,
        ARREARS
    }

    @Schema(name = "RecurringChargePreviewRequest")
    record PreviewQuestion(
            @NotNull @Valid PriceInput amount,
            @NotNull @Min(1) @Max(31) Integer billCycleDay,
            @NotNull LocalDate serviceStart,
            @Nullable LocalDate serviceStop,

            @NotNull
            @Schema(
                    description =
                            "In advance every cycle that has begun by then, in arrears every one ended; at most 12 months from the start")
            LocalDate billedThrough,

            @Nullable @Schema(description = "ADVANCE unless said")
            Mode mode,

            @Nullable @Valid PolicyInput policy,
            @Nullable @Size(max = 100) List<@Valid ChangeInput> priceChanges) {}

    @PostMapping("/prorations/calculate")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "calculateProration",
            summary = "What the part of one cycle that a service ran costs, with the whole calculation")
    Answer calculate(@RequestBody Question asked) {
        var term =
                ProrationInputs.term(asked.amount(), asked.serviceStart(), asked.serviceStop(), asked.priceChanges());
        var cycleDay = new CycleDay(asked.billCycleDay());
        var cycle = cycleDay.cycleOf(asked.cycleDate());
        var charges = new RecurringCharges(
                cycleDay, ProrationInputs.policy(asked.policy()), ProrationInputs.scale(asked.amount()));
        var lines = ChargeLines.of(charges.ofCycle(term, cycle), asked.amount().currency());
        return new Answer(cycle, lines.lines(), lines.total());
    }

    @PostMapping("/recurring-charge-previews")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "previewRecurringCharges",
            summary = "Every line that a recurring charge brings until a date, from its first to its last cycle")
    ChargeLines preview(@RequestBody PreviewQuestion asked) {
        var term = ProrationInputs.term(
                asked.amount(), asked.serviceStart(), asked.serviceStop(), asked.priceChanges(), tooFar(asked));
        var charges = new RecurringCharges(
                new CycleDay(asked.billCycleDay()),
                ProrationInputs.policy(asked.policy()),
                ProrationInputs.scale(asked.amount()));
        var lines = asked.mode() == Mode.ARREARS
                ? charges.inArrears(term, asked.billedThrough())
                : charges.inAdvance(term, asked.billedThrough());
        return ChargeLines.of(lines, asked.amount().currency());
    }

    private static Violation[] tooFar(PreviewQuestion asked) {
        return asked.billedThrough().isAfter(asked.serviceStart().plusMonths(MAX_MONTHS))
                ? new Violation[] {
                    Violation.invalid(
                            "/billedThrough",
                            "A preview goes no further than " + MAX_MONTHS + " months from the start.")
                }
                : new Violation[0];
    }
}

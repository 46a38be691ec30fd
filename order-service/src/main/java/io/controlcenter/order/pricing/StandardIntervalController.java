package io.controlcenter.order.pricing;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.pricing.domain.IntervalUnit;
import io.controlcenter.order.pricing.domain.StandardInterval;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Standard implementation intervals (handbook S28). */
@RestController
@RequestMapping(path = "/api/v{version}/standard-intervals", version = "1")
@Tag(name = "Rate card and intervals")
class StandardIntervalController {

    @Schema(name = "StandardInterval")
    record IntervalView(
            @Schema(example = "DS3") String productCode,

            @Schema(description = "A country such as US or a state such as US-IL; absent where no other applies")
            @Nullable
            String region,

            @Schema(description = "Number of days; absent for ICB", example = "15") @Nullable
            Integer value,

            @Schema(description = "ICB: individual case basis, so that only a quote gives a date")
            IntervalUnit unit,

            LocalDate effectiveFrom) {

        static IntervalView of(StandardIntervals.Kept kept) {
            return new IntervalView(
                    kept.productCode(),
                    kept.region(),
                    kept.interval().value(),
                    kept.interval().unit(),
                    kept.effectiveFrom());
        }
    }

    record IntervalInput(
            @NotNull String productCode,

            @Nullable
            @Pattern(
                    regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?",
                    message = "must be a country such as US or a state such as US-IL")
            String region,

            @Nullable @Min(0) @Max(365) Integer value,
            @NotNull IntervalUnit unit,
            @NotNull LocalDate effectiveFrom) {}

    private final StandardIntervals intervals;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Clock clock;

    StandardIntervalController(StandardIntervals intervals, Catalogue catalogue, Calendars calendars, Clock clock) {
        this.intervals = intervals;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(
            operationId = "listStandardIntervals",
            summary = "How long delivery takes, by product and region: what applies today, and what will later")
    Page<IntervalView> list(
            @Parameter(description = "Product codes, separated by commas; all unless given", example = "DS3")
                    @RequestParam(required = false)
                    @Nullable
                    String product) {
        var products = product == null ? List.<String>of() : Arrays.asList(product.split(",", -1));
        return new Page<>(
                intervals.from(today(), products).stream().map(IntervalView::of).toList(), null);
    }

    private LocalDate today() {
        return calendars.standard().dateOf(clock.instant());
    }

    @PutMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Transactional
    @Operation(
            operationId = "putStandardInterval",
            summary = "Set the interval of a product, in a region or everywhere, from a day on")
    IntervalView put(@RequestBody IntervalInput input) {
        requireSound(input);
        var kept = new StandardIntervals.Kept(
                input.productCode(),
                input.region(),
                input.effectiveFrom(),
                new StandardInterval(input.value(), input.unit()));
        intervals.put(kept);
        return IntervalView.of(kept);
    }

    private void requireSound(IntervalInput input) {
        var violations = new ArrayList<Violation>();
        if (catalogue.find(input.productCode()).isEmpty()) {
            violations.add(Violation.referenceNotFound("/productCode", "There is no such product offering."));
        }
        if (input.unit() == IntervalUnit.ICB && input.value() != null) {
            violations.add(Violation.invalid("/value", "ICB has no number of days."));
        }
        if (input.unit() != IntervalUnit.ICB && input.value() == null) {
            violations.add(Violation.missing("/value", "A number of days is missing."));
        }
        if (input.effectiveFrom().isBefore(today())) {
            violations.add(Violation.invalid("/effectiveFrom", "This date has passed; what was agreed by it stays."));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }
}

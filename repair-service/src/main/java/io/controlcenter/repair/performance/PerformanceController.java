package io.controlcenter.repair.performance;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Strict performance metrics (handbook S31), for those whose services they are about. */
@RestController
@RequestMapping(path = "/api/v{version}/repair-performance", version = "1")
@Tag(name = "Performance")
class PerformanceController {

    @Schema(name = "RepairFigures")
    record FiguresView(
            @Schema(description = "Absent where several enterprises are counted together") @Nullable
            String enterpriseId,

            @Schema(description = "Absent where all priorities are counted together") @Nullable
            String priority,

            @Schema(description = "Tickets opened in the month")
            long opened,

            @Schema(description = "Those of them for which somebody answers")
            long assigned,

            @Schema(type = "string", description = "Mean time until somebody did", example = "PT2M") @Nullable
            Duration timeToAssign,

            @Schema(type = "string", description = "Nine of ten were faster", example = "PT5M") @Nullable
            Duration timeToAssignP90,

            @Schema(description = "Services restored in the month")
            long restored,

            @Schema(type = "string", description = "Mean time to restore, pauses not counted", example = "PT3H10M")
            @Nullable
            Duration timeToRestore,

            @Schema(type = "string", description = "Nine of ten were faster", example = "PT6H") @Nullable
            Duration timeToRestoreP90,

            @Schema(description = "Those restored within their target")
            long inTarget,

            @Schema(type = "string", description = "Their share, in per cent", example = "97.5") @Nullable
            BigDecimal inTargetPercent) {

        static FiguresView of(Performance.Figures figures) {
            return new FiguresView(
                    figures.enterpriseId(),
                    figures.priority(),
                    figures.opened(),
                    figures.assigned(),
                    figures.toAssign(),
                    figures.toAssignP90(),
                    figures.restored(),
                    figures.toRestore(),
                    figures.toRestoreP90(),
                    figures.inTarget(),
                    percent(figures));
        }

        private static @Nullable BigDecimal percent(Performance.Figures figures) {
            return figures.restored() == 0
                    ? null
                    : BigDecimal.valueOf(100 * figures.inTarget())
                            .divide(BigDecimal.valueOf(figures.restored()), 1, RoundingMode.HALF_UP);
        }
    }

    @Schema(name = "RepairPerformance")
    record PerformanceView(
            @Schema(example = "2026-06") String month,
            FiguresView total,
            List<FiguresView> byPriority,

            @Schema(description = "For the provider, who named no enterprise: each of them; else your own")
            List<FiguresView> byEnterprise) {}

    private final Performance performance;
    private final Clock clock;

    PerformanceController(Performance performance, Clock clock) {
        this.performance = performance;
        this.clock = clock;
    }

    @GetMapping
    @Access(
            value = {"REPAIR_VIEW", "REPAIR_WRITE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "getRepairPerformance",
            summary = "How fast repair was in a month: time to assign, time to restore, share within target",
            description = "Months are those of UTC. Within the accounts that you may see. The provider sees all"
                    + " enterprises unless one is named.")
    PerformanceView performance(
            @Parameter(description = "This month unless said otherwise", example = "2026-06")
                    @RequestParam(required = false)
                    @Nullable
                    String month,
            Caller caller) {
        var asked = month(month);
        var figures = performance.of(asked);
        return new PerformanceView(
                asked.toString(),
                figures.stream()
                        .filter(row -> row.enterpriseId() == null && row.priority() == null)
                        .map(FiguresView::of)
                        .findAny()
                        .orElseThrow(),
                figures.stream()
                        .filter(row -> row.priority() != null)
                        .map(FiguresView::of)
                        .toList(),
                figures.stream()
                        .filter(row -> row.enterpriseId() != null)
                        .map(FiguresView::of)
                        .toList());
    }

    private YearMonth month(@Nullable String month) {
        if (month == null) {
            return YearMonth.now(clock.withZone(ZoneOffset.UTC));
        }
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException _) {
            throw Problem.badQuery(Violation.ofQuery("month", "must be one such as 2026-06."));
        }
    }
}

package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.invoicing.application.BillRuns;
import io.controlcenter.billing.invoicing.application.RunningBills;
import io.controlcenter.billing.invoicing.domain.BillRun;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
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
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bill runs, over the accounts of all enterprises. */
@RestController
@RequestMapping(path = "/api/v{version}/bill-runs", version = "1")
@Tag(name = "Bill runs")
class BillRunController {

    @Schema(name = "NewBillRun")
    record NewRun(
            @NotNull @Schema(description = "Accounts whose cycle begins on this date are billed")
            LocalDate cycleDate) {}

    @Schema(name = "BillRun")
    record RunView(
            @Nullable @Schema(description = "Absent in a dry run")
            String runId,

            @Nullable String href,
            BillRun.Kind kind,
            LocalDate cycleDate,

            @Schema(description = "RUNNING until every account is done")
            BillRun.State state,

            String requestedBy,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            BillRun.Progress progress,

            @Nullable @Schema(description = "Lines written in a second of real work")
            Long linesPerSecond,

            @Nullable @Schema(description = "Accounts done in a second of real work")
            Long accountsPerSecond,

            @Nullable @Schema(description = "When it will be done at this speed; of a completed run, when it was")
            Instant estimatedEnd) {

        static RunView of(BillRun run, Instant now) {
            return new RunView(
                    run.runId(),
                    "/api/v1/bill-runs/" + run.runId(),
                    run.kind(),
                    run.cycleDate(),
                    run.state(),
                    run.requestedBy(),
                    run.startedAt(),
                    run.completedAt(),
                    run.progress(),
                    run.linesPerSecond(),
                    run.accountsPerSecond(),
                    run.estimatedEnd(now));
        }
    }

    private final RunningBills running;
    private final BillRuns runs;

    private final Clock clock;

    BillRunController(RunningBills running, BillRuns runs, Clock clock) {
        this.running = running;
        this.runs = runs;
        this.clock = clock;
    }

    private RunView view(BillRun run) {
        return RunView.of(run, clock.instant());
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access(
            value = {"OPERATIONS", "SYSTEM"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "startBillRun",
            summary = "Bill all accounts whose cycle begins on a date; each is billed once however often this is asked")
    ResponseEntity<RunView> start(
            @RequestBody NewRun wanted, @RequestParam(defaultValue = "false") boolean dryRun, Caller caller) {
        if (dryRun) {
            return ResponseEntity.ok(new RunView(
                    null,
                    null,
                    BillRun.Kind.REQUESTED,
                    wanted.cycleDate(),
                    BillRun.State.COMPLETED,
                    caller.name(),
                    null,
                    null,
                    running.tryOut(wanted.cycleDate()),
                    null,
                    null,
                    null));
        }
        var run = running.request(wanted.cycleDate(), caller.name());
        return ResponseEntity.created(URI.create("/api/v1/bill-runs/" + run.runId()))
                .eTag(IfMatch.tag(run.version()))
                .body(view(run));
    }

    @GetMapping
    @Access(
            value = {"OPERATIONS", "SYSTEM", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "listBillRuns", summary = "Bill runs, the latest first")
    @Parameter(name = "cycleDate", description = "Only runs of this cycle date")
    @Parameter(name = "state", description = "RUNNING, COMPLETED")
    ResponseEntity<Page<RunView>> list(ListRequest request) {
        return runs.list(request).map(this::view).toResponse();
    }

    @GetMapping("/{runId}")
    @Access(
            value = {"OPERATIONS", "SYSTEM", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "getBillRun", summary = "One bill run and how far it has come")
    ResponseEntity<RunView> get(@PathVariable String runId) {
        var run = runs.find(runId).orElseThrow(() -> Problem.notFound("The bill run " + runId));
        return ResponseEntity.ok().eTag(IfMatch.tag(run.version())).body(view(run));
    }
}

package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.repair.ticketing.application.WorkingOnTickets;
import io.controlcenter.repair.ticketing.domain.Effort;
import io.controlcenter.repair.ticketing.domain.FixAgent;
import io.controlcenter.repair.ticketing.domain.TestRun;
import io.controlcenter.repair.ticketing.web.ReportInput.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tests, and help by others. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets/{ticketNumber}", version = "1")
@Tag(name = "Repair work")
class EffortController {

    record NewTest(
            TestRun.@NotNull Type type,

            @NotNull
            @Schema(description = "Whether it interrupts the service; then the customer must have authorised it")
            Boolean intrusive) {}

    record TestResult(
            TestRun.@NotNull Result result,
            @Nullable @Size(max = 4000) String measurements) {}

    record NewFixAgent(
            FixAgent.@NotNull Kind kind,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 64) String vendorTicket,

            @Nullable @Valid @Schema(description = "When somebody comes to the site, if somebody does")
            Window dispatchWindow) {}

    record FixAgentProgress(
            FixAgent.@NotNull State state,
            @Nullable @Size(max = 64) String vendorTicket) {}

    private final WorkingOnTickets work;
    private final TicketViews views;
    private final Clock clock;

    EffortController(WorkingOnTickets work, TicketViews views, Clock clock) {
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping("/tests")
    @IdempotentWrite
    @Access("TECHNICIAN")
    @Operation(operationId = "startTest", summary = "Start a test of the service")
    ResponseEntity<TicketView> startTest(
            @PathVariable String ticketNumber, @RequestBody NewTest test, IfMatch ifMatch, Caller caller) {
        var by = Callers.person(caller);
        var run = new TestRun(UUID.randomUUID(), test.type(), test.intrusive(), by, clock.instant(), null, null, null);
        return views.answer(work.undertake(ticketNumber, new Effort.StartTest(run), ifMatch::require, by));
    }

    @PatchMapping("/tests/{testId}")
    @Access("TECHNICIAN")
    @Operation(operationId = "finishTest", summary = "Give a test its result, once")
    ResponseEntity<TicketView> finishTest(
            @PathVariable String ticketNumber,
            @PathVariable UUID testId,
            @RequestBody TestResult result,
            IfMatch ifMatch,
            Caller caller) {
        return views.answer(work.undertake(
                ticketNumber,
                new Effort.FinishTest(testId, result.result(), result.measurements()),
                ifMatch::require,
                Callers.person(caller)));
    }

    @PostMapping("/fix-agents")
    @IdempotentWrite
    @Access("TECHNICIAN")
    @Operation(
            operationId = "callInFixAgent",
            summary = "Ask a field technician, another technician or a vendor to help; who is sent must be authorised")
    ResponseEntity<TicketView> callIn(
            @PathVariable String ticketNumber, @RequestBody NewFixAgent agent, IfMatch ifMatch, Caller caller) {
        var window = agent.dispatchWindow();
        if (window != null && !window.start().isBefore(window.end())) {
            throw Problem.unprocessable(Violation.invalid("/dispatchWindow/end", "The window ends before it starts."));
        }
        var asked = new FixAgent(
                UUID.randomUUID(),
                agent.kind(),
                agent.name(),
                agent.vendorTicket(),
                window == null ? null : window.start(),
                window == null ? null : window.end(),
                FixAgent.State.REQUESTED);
        return views.answer(
                work.undertake(ticketNumber, new Effort.CallIn(asked), ifMatch::require, Callers.person(caller)));
    }

    @PatchMapping("/fix-agents/{agentId}")
    @Access("TECHNICIAN")
    @Operation(operationId = "moveFixAgent", summary = "Tell how far the help has come")
    ResponseEntity<TicketView> move(
            @PathVariable String ticketNumber,
            @PathVariable UUID agentId,
            @RequestBody FixAgentProgress progress,
            IfMatch ifMatch,
            Caller caller) {
        return views.answer(work.undertake(
                ticketNumber,
                new Effort.MoveAgent(agentId, progress.state(), progress.vendorTicket()),
                ifMatch::require,
                Callers.person(caller)));
    }
}

package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.application.WorkingOnTickets;
import io.controlcenter.repair.ticketing.domain.Priority;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the provider's people do with a ticket. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets", version = "1")
@Tag(name = "Repair work")
class RepairWorkController {

    record HandOver(
            @NotBlank @Schema(description = "User id of a technician")
            String userId,

            @Nullable @Size(max = 1000) String reason) {}

    record NewPriority(
            @NotNull Priority priority,
            @NotBlank @Size(max = 4000) String note) {}

    record Pending(
            @NotBlank @Size(max = 4000) @Schema(description = "What the provider waits for; the customer is told")
            String note) {}

    record Resuming(@Nullable @Size(max = 4000) String note) {}

    record Fix(
            @NotNull @Valid Cause rootCause,

            @NotBlank @Size(max = 4000) @Schema(description = "What was done; the customer is told")
            String note) {}

    record Cause(
            RootCause.@NotNull Code code,
            RootCause.@NotNull Party party,
            @Nullable @Size(max = 1000) String text) {}

    private final WorkingOnTickets work;
    private final ReadingTickets reading;
    private final TicketViews views;

    RepairWorkController(WorkingOnTickets work, ReadingTickets reading, TicketViews views) {
        this.work = work;
        this.reading = reading;
        this.views = views;
    }

    @GetMapping("/work-queue")
    @Access(
            value = {"TECHNICIAN", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "listTicketQueue",
            summary = "The tickets of all enterprises that have not ended, the most urgent first")
    @Parameter(name = "technicianId", description = "Only tickets for which this technician is accountable")
    @Parameter(name = "assigned", description = "False: only tickets that can be claimed")
    @Parameter(name = "dueAt.lte", description = "Only tickets whose running clock ends by this instant")
    @Parameter(name = "state", description = "Only tickets in these states, separated by commas")
    @Parameter(name = "priority", description = "Only tickets of these priorities, separated by commas")
    ResponseEntity<Page<TicketSummary>> queue(ListRequest request) {
        return reading.workQueue(request).map(TicketSummary::of).toResponse();
    }

    @PostMapping("/{ticketNumber}/claim")
    @IdempotentWrite
    @Access("TECHNICIAN")
    @Operation(
            operationId = "claimTicket",
            summary = "Take a ticket for which nobody answers; of two who claim it at once, one gets it")
    ResponseEntity<TicketView> claim(@PathVariable String ticketNumber, IfMatch ifMatch, Caller caller) {
        return views.answer(work.claim(ticketNumber, ifMatch::require, Callers.person(caller)));
    }

    @PutMapping("/{ticketNumber}/technician")
    @Access({"TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "assignTechnician",
            summary = "Make this technician accountable, alone; the hand-over is kept")
    ResponseEntity<TicketView> assign(
            @PathVariable String ticketNumber, @RequestBody HandOver to, IfMatch ifMatch, Caller caller) {
        return views.answer(
                work.assign(ticketNumber, to.userId(), to.reason(), ifMatch::require, Callers.person(caller)));
    }

    @PutMapping("/{ticketNumber}/priority")
    @Access({"TECHNICIAN", "OPERATIONS"})
    @Operation(operationId = "prioritiseTicket", summary = "Change the priority, saying why")
    ResponseEntity<TicketView> prioritise(
            @PathVariable String ticketNumber, @RequestBody NewPriority to, IfMatch ifMatch, Caller caller) {
        return views.answer(
                work.prioritise(ticketNumber, to.priority(), to.note(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{ticketNumber}/start")
    @IdempotentWrite
    @Access("TECHNICIAN")
    @Operation(
            operationId = "startTicketWork",
            summary = "Start work, or resume it after a reopening; who starts a ticket of nobody becomes accountable")
    ResponseEntity<TicketView> start(@PathVariable String ticketNumber, IfMatch ifMatch, Caller caller) {
        return views.answer(work.startWork(ticketNumber, ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{ticketNumber}/pend")
    @IdempotentWrite
    @Access("TECHNICIAN")
    @Operation(operationId = "pendTicket", summary = "Wait for the customer; the clock stops")
    ResponseEntity<TicketView> pend(
            @PathVariable String ticketNumber, @RequestBody Pending pending, IfMatch ifMatch, Caller caller) {
        return views.answer(work.pend(ticketNumber, pending.note(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{ticketNumber}/resume")
    @IdempotentWrite
    @Access("TECHNICIAN")
    @Operation(operationId = "resumeTicket", summary = "Go on after waiting; the clock runs again")
    ResponseEntity<TicketView> resume(
            @PathVariable String ticketNumber, @RequestBody Resuming resuming, IfMatch ifMatch, Caller caller) {
        return views.answer(work.resume(ticketNumber, resuming.note(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{ticketNumber}/resolve")
    @IdempotentWrite
    @Access("TECHNICIAN")
    @Operation(
            operationId = "resolveTicket",
            summary = "Say that the service works again and why it did not; the customer has 72 hours to check")
    ResponseEntity<TicketView> resolve(
            @PathVariable String ticketNumber, @RequestBody Fix fix, IfMatch ifMatch, Caller caller) {
        var cause = new RootCause(
                fix.rootCause().code(), fix.rootCause().party(), fix.rootCause().text());
        return views.answer(work.resolve(ticketNumber, cause, fix.note(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{ticketNumber}/cancellation-confirmation")
    @IdempotentWrite
    @Access({"TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "confirmTicketCancellation",
            summary = "Confirm the cancellation that a customer asked for")
    ResponseEntity<TicketView> confirmCancellation(@PathVariable String ticketNumber, IfMatch ifMatch, Caller caller) {
        return views.answer(work.confirmCancellation(ticketNumber, ifMatch::require, Callers.person(caller)));
    }
}

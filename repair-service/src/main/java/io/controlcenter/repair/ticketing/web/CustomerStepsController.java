package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.repair.ticketing.application.FollowingTickets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a customer decides about a ticket. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets/{ticketNumber}", version = "1")
@Tag(name = "Customer's steps")
class CustomerStepsController {

    record Reopening(
            @NotBlank @Size(max = 4000) @Schema(description = "What does not work; kept as a note")
            String reason) {}

    record Cancellation(@Nullable @Size(max = 4000) String reason) {}

    record EscalationRequest(
            @Nullable @Schema(description = "The next level, which is the only one possible and need not be named")
            Integer level,

            @NotBlank @Size(max = 4000) String reason,

            @Nullable @Schema(description = "Whether the provider shall call back")
            Boolean callBack) {}

    private final FollowingTickets following;
    private final TicketViews views;

    CustomerStepsController(FollowingTickets following, TicketViews views) {
        this.following = following;
        this.views = views;
    }

    @PostMapping("/close")
    @IdempotentWrite
    @Access("REPAIR_WRITE")
    @Operation(operationId = "closeTicket", summary = "Confirm that a resolved ticket's service works")
    ResponseEntity<TicketView> close(@PathVariable String ticketNumber, IfMatch ifMatch, Caller caller) {
        return views.answer(following.close(ticketNumber, ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/reopen")
    @IdempotentWrite
    @Access("REPAIR_WRITE")
    @Operation(operationId = "reopenTicket", summary = "Say that a resolved ticket's service does not work")
    ResponseEntity<TicketView> reopen(
            @PathVariable String ticketNumber, @RequestBody Reopening reopening, IfMatch ifMatch, Caller caller) {
        return views.answer(
                following.reopen(ticketNumber, reopening.reason(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/cancel")
    @IdempotentWrite
    @Access("REPAIR_WRITE")
    @Operation(operationId = "cancelTicket", summary = "Ask for cancellation, which the provider confirms")
    ResponseEntity<TicketView> cancel(
            @PathVariable String ticketNumber, @RequestBody Cancellation cancellation, IfMatch ifMatch, Caller caller) {
        return views.answer(
                following.cancel(ticketNumber, cancellation.reason(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/escalations")
    @IdempotentWrite
    @Access("REPAIR_ESCALATE")
    @Operation(
            operationId = "escalateTicket",
            summary = "Take the ticket one level up in the provider's management, at most once in a time that the"
                    + " provider sets (an hour by default)")
    ResponseEntity<TicketView> escalate(
            @PathVariable String ticketNumber, @RequestBody EscalationRequest request, IfMatch ifMatch, Caller caller) {
        return views.answer(following.escalate(
                ticketNumber,
                request.level(),
                request.reason(),
                Boolean.TRUE.equals(request.callBack()),
                ifMatch::require,
                Callers.person(caller)));
    }
}

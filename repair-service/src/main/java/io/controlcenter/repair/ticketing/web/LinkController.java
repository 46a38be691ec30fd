package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.repair.ticketing.application.FollowingWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a ticket follow the maintenance or the incident that explains its trouble. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets/{ticketNumber}/links", version = "1")
@Tag(name = "Tickets")
class LinkController {

    private final FollowingWork following;
    private final TicketViews views;

    LinkController(FollowingWork following, TicketViews views) {
        this.following = following;
        this.views = views;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"REPAIR_WRITE", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "linkTicket",
            summary = "Let the ticket follow a maintenance or an incident: it starts and ends with it",
            description = "While maintenance is under way within its window the restore clock stands still. When it is"
                    + " over, the ticket is resolved and the customer is asked to confirm.")
    ResponseEntity<TicketView> link(
            @PathVariable String ticketNumber,
            @RequestBody TicketController.LinkTarget target,
            IfMatch ifMatch,
            Caller caller) {
        return views.answer(
                following.link(ticketNumber, target.type(), target.id(), ifMatch::require, Callers.person(caller)));
    }
}

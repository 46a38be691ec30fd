package io.controlcenter.notification.messages.web;

import io.controlcenter.notification.messages.application.ReadingMessages;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who was told what, and what became of it. */
@RestController
@RequestMapping(path = "/api/v{version}/messages", version = "1")
@Tag(name = "Messages")
class MessageController {

    private final ReadingMessages reading;

    MessageController(ReadingMessages reading) {
        this.reading = reading;
    }

    @GetMapping
    @Access(
            value = {"NOTIFY_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "listMessages",
            summary = "The messages of the enterprise, for operations of all enterprises, newest first")
    @Parameter(name = "kind", description = "Only messages of these kinds, separated by commas")
    @Parameter(name = "state", description = "Only messages in these states, separated by commas")
    @Parameter(name = "aggregateId", description = "Only messages about this order, invoice, ticket or maintenance")
    @Parameter(name = "recipient", description = "Only messages to this address or user")
    @Parameter(name = "createdAt.gte", description = "Only messages made at this instant or later")
    ResponseEntity<Page<ReadingMessages.Line>> list(ListRequest request, Caller caller) {
        return reading.log(caller.enterpriseId(), caller.accounts(), request).toResponse();
    }
}

package io.controlcenter.notification.messages.web;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.messages.application.ReadingMessages;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own inbox in the portal. What the caller may not see any more is not in it any more. */
@RestController
@RequestMapping(path = "/api/v{version}/notifications", version = "1")
@Tag(name = "Inbox")
class InboxController {

    private final ReadingMessages reading;
    private final Clock clock;

    InboxController(ReadingMessages reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "listNotifications", summary = "Your notifications in the enterprise, newest first")
    @Parameter(name = "category", description = "Only notifications of these categories, separated by commas")
    @Parameter(name = "unread", description = "true for only those that you have not read")
    @Parameter(
            name = "aggregateId",
            description = "Only notifications about this order, invoice, ticket or maintenance")
    ResponseEntity<Page<ReadingMessages.Note>> list(ListRequest request, Caller caller) {
        return reading.inbox(owner(caller), request).toResponse();
    }

    @PostMapping("/{messageId}/read")
    @Access(reach = Reach.SELF)
    @Operation(operationId = "readNotification", summary = "Mark a notification as read")
    ReadingMessages.Note read(@PathVariable UUID messageId, Caller caller) {
        return reading.read(owner(caller), messageId, clock.instant())
                .orElseThrow(() -> Problem.notFound("The notification " + messageId));
    }

    private static ReadingMessages.Owner owner(Caller caller) {
        var visible = Arrays.stream(Category.values())
                .filter(category -> caller.mayAny(category.permission()))
                .collect(Collectors.toSet());
        return new ReadingMessages.Owner(caller.enterprise(), caller.subject(), visible, caller.accounts());
    }
}

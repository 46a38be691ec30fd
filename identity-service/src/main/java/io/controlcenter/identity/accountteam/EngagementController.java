package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.domain.Engagement;
import io.controlcenter.identity.accountteam.domain.EngagementKind;
import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.FileHeaders;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings of the account team with its customer (handbook S9). */
@RestController
@RequestMapping(path = "/api/v{version}/enterprises/{enterpriseId}", version = "1")
@Tag(name = "Account team")
class EngagementController {

    record NewEngagement(
            @NotNull EngagementKind kind,
            @Nullable @Size(max = 40) String accountId,
            @NotNull Instant scheduledAt,

            @Schema(description = "What to prepare") @Nullable @Size(max = 1000)
            String note) {}

    record Reschedule(
            @NotNull Instant scheduledAt,
            @Nullable @Size(max = 1000) String note) {}

    record Held(@NotBlank @Size(max = 2000) String summary) {}

    @Schema(name = "EngagementCancellation")
    record Cancellation(@NotBlank @Size(max = 1000) String reason) {}

    private final Engagements engagements;
    private final MeetingCustomers meeting;
    private final Enterprises enterprises;
    private final EngagementCalendarFile calendar;

    EngagementController(
            Engagements engagements,
            MeetingCustomers meeting,
            Enterprises enterprises,
            EngagementCalendarFile calendar) {
        this.engagements = engagements;
        this.meeting = meeting;
        this.enterprises = enterprises;
        this.calendar = calendar;
    }

    @GetMapping("/engagements")
    @SeesMeetings
    @Operation(operationId = "listEngagements", summary = "Meetings with the account team, by their time")
    @Parameter(name = "kind", description = "ONBOARDING, POST_ACTIVATION, FIRST_BILL_REVIEW or QUARTERLY_REVIEW")
    @Parameter(name = "state", description = "SCHEDULED, HELD or CANCELLED")
    @Parameter(name = "accountId", description = "Only meetings about this account")
    ResponseEntity<Page<EngagementView>> list(@PathVariable String enterpriseId, ListRequest request) {
        enterprises.require(enterpriseId);
        return engagements.list(enterpriseId, request).map(EngagementView::of).toResponse();
    }

    @GetMapping(path = "/engagements.ics", produces = "text/calendar")
    @SeesMeetings
    @Operation(operationId = "downloadEngagements", summary = "The meetings to come as iCalendar")
    ResponseEntity<String> calendar(@PathVariable String enterpriseId) {
        enterprises.require(enterpriseId);
        return file(enterpriseId, engagements.scheduled(enterpriseId), "meetings.ics");
    }

    @GetMapping("/engagements/{engagementId}")
    @SeesMeetings
    @Operation(operationId = "getEngagement", summary = "One meeting")
    ResponseEntity<EngagementView> get(@PathVariable String enterpriseId, @PathVariable String engagementId) {
        return answer(ResponseEntity.ok(), meeting.require(enterpriseId, engagementId));
    }

    @GetMapping(path = "/engagements/{engagementId}.ics", produces = "text/calendar")
    @SeesMeetings
    @Operation(operationId = "downloadEngagement", summary = "One meeting as iCalendar; the same UID over all changes")
    ResponseEntity<String> calendarOf(@PathVariable String enterpriseId, @PathVariable String engagementId) {
        return file(enterpriseId, List.of(meeting.require(enterpriseId, engagementId)), "meeting.ics");
    }

    private ResponseEntity<String> file(String enterpriseId, List<Engagement> meetings, String name) {
        return ResponseEntity.ok()
                .headers(FileHeaders.toSave(name))
                .body(calendar.of(meetings, engagements.contact(enterpriseId)));
    }

    @PostMapping("/engagements")
    @IdempotentWrite
    @Access(
            value = {"OPERATIONS", "CUSTOMER_SUCCESS", "SALES"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "scheduleEngagement", summary = "Arrange a meeting beside those that appear by themselves")
    ResponseEntity<EngagementView> schedule(@PathVariable String enterpriseId, @RequestBody NewEngagement wanted) {
        var arranged =
                meeting.arrange(enterpriseId, wanted.kind(), wanted.accountId(), wanted.scheduledAt(), wanted.note());
        return answer(
                ResponseEntity.created(URI.create(EngagementView.of(arranged).href())), arranged);
    }

    @PostMapping("/engagements/{engagementId}/reschedule")
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS", "SALES"},
            reach = Reach.SHARED)
    @Operation(operationId = "rescheduleEngagement", summary = "Give a meeting another time")
    ResponseEntity<EngagementView> reschedule(
            @PathVariable String enterpriseId,
            @PathVariable String engagementId,
            @RequestBody Reschedule wanted,
            IfMatch ifMatch) {
        var target = new MeetingCustomers.Target(enterpriseId, engagementId, ifMatch::require);
        return answer(ResponseEntity.ok(), meeting.reschedule(target, wanted.scheduledAt(), wanted.note()));
    }

    @PostMapping("/engagements/{engagementId}/hold")
    @Access(
            value = {"OPERATIONS", "CUSTOMER_SUCCESS", "SALES"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "holdEngagement", summary = "Note that the meeting took place, and what came of it")
    ResponseEntity<EngagementView> hold(
            @PathVariable String enterpriseId,
            @PathVariable String engagementId,
            @RequestBody Held held,
            IfMatch ifMatch) {
        var target = new MeetingCustomers.Target(enterpriseId, engagementId, ifMatch::require);
        return answer(ResponseEntity.ok(), meeting.hold(target, held.summary()));
    }

    @PostMapping("/engagements/{engagementId}/cancel")
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS", "SALES"},
            reach = Reach.SHARED)
    @Operation(operationId = "cancelEngagement", summary = "Call a meeting off")
    ResponseEntity<EngagementView> cancel(
            @PathVariable String enterpriseId,
            @PathVariable String engagementId,
            @RequestBody Cancellation cancellation,
            IfMatch ifMatch) {
        var target = new MeetingCustomers.Target(enterpriseId, engagementId, ifMatch::require);
        return answer(ResponseEntity.ok(), meeting.cancel(target, cancellation.reason()));
    }

    private static ResponseEntity<EngagementView> answer(ResponseEntity.BodyBuilder response, Engagement engagement) {
        return response.eTag(IfMatch.tag(engagement.version())).body(EngagementView.of(engagement));
    }
}

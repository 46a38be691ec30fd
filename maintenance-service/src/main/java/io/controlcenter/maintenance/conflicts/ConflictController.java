package io.controlcenter.maintenance.conflicts;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.conflicts.domain.Side;
import io.controlcenter.maintenance.inquiries.InquiryAnswers;
import io.controlcenter.maintenance.inquiries.InquiryView;
import io.controlcenter.maintenance.inquiries.domain.Inquiry;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Diverse services that are at risk together. */
@RestController
@RequestMapping(path = "/api/v{version}/gcrs/conflicts", version = "1")
@Tag(name = "Diversity")
class ConflictController {

    @Schema(name = "MaintenanceConflict")
    record ConflictView(
            @Schema(example = "X-10000001") String conflictId,
            String href,
            String enterpriseId,

            @Schema(description = "WINDOWS_OVERLAP or WINDOW_WITH_OUTAGE")
            String kind,

            @Schema(description = "OPEN, or RESOLVED once things have moved")
            String state,

            UUID groupId,
            String groupName,
            List<String> gcrNumbers,
            List<String> windowIds,

            @Schema(description = "Of the service that is down, in WINDOW_WITH_OUTAGE") @Nullable
            String ticketNumber,

            List<Side> services,

            @Schema(description = "When both sides are at risk")
            Instant from,

            Instant until,
            Instant detectedAt,
            @Nullable Instant resolvedAt,

            @Schema(description = "Requests for another time that came of it")
            List<String> inquiryNumbers) {

        private static ConflictView of(ConflictRow row) {
            return new ConflictView(
                    row.conflictId(),
                    "/api/v1/gcrs/conflicts/" + row.conflictId(),
                    row.enterpriseId(),
                    row.kind().name(),
                    row.isOpen() ? "OPEN" : "RESOLVED",
                    row.groupId(),
                    row.groupName(),
                    row.gcrNumbers(),
                    row.windowIds(),
                    row.ticketNumber(),
                    row.services(),
                    row.from(),
                    row.until(),
                    row.detectedAt(),
                    row.resolvedAt(),
                    row.inquiryNumbers());
        }
    }

    record RescheduleWish(
            @Schema(description = "Which of the works is to move; the later one when absent") @Nullable
            String gcrNumber,

            @Schema(description = "That of the caller's profile when absent") @Nullable @Valid
            Whom contact,

            @Nullable @Size(max = 64) String customerReference,
            @Nullable @Size(max = 4000) String text) {

        private ReschedulingConflicts.Wish wish() {
            return new ReschedulingConflicts.Wish(
                    gcrNumber,
                    contact == null ? null : new Inquiry.Contact(contact.name(), contact.email(), contact.phone()),
                    customerReference,
                    text);
        }
    }

    @Schema(name = "RescheduleContact")
    record Whom(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {}

    private final Conflicts conflicts;
    private final ReschedulingConflicts rescheduling;
    private final InquiryAnswers answers;

    ConflictController(Conflicts conflicts, ReschedulingConflicts rescheduling, InquiryAnswers answers) {
        this.conflicts = conflicts;
        this.rescheduling = rescheduling;
        this.answers = answers;
    }

    @GetMapping
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(
            operationId = "listConflicts",
            summary = "Diverse services that are or were at risk together, newest first")
    @Parameter(name = "state", description = "OPEN or RESOLVED")
    @Parameter(name = "kind", description = "WINDOWS_OVERLAP or WINDOW_WITH_OUTAGE")
    @Parameter(name = "gcrNumber", description = "Only those in which this GCR takes part")
    ResponseEntity<Page<ConflictView>> list(ListRequest request, Caller caller) {
        var filters = new TreeMap<>(request.filters());
        var gcr = filters.remove("gcrNumber");
        var rest = request.withFilters(filters);
        var number =
                gcr == null ? null : GcrNumber.parse(gcr).map(GcrNumber::digits).orElse("");
        return conflicts
                .list(caller.enterpriseId(), number, rest)
                .map(ConflictView::of)
                .toResponse();
    }

    @GetMapping("/{conflictId}")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(operationId = "getConflict", summary = "One conflict")
    ResponseEntity<ConflictView> get(@PathVariable String conflictId) {
        var conflict = conflicts.find(conflictId).orElseThrow(() -> Problem.notFound("The conflict " + conflictId));
        return ResponseEntity.ok().eTag(IfMatch.tag(conflict.version())).body(ConflictView.of(conflict));
    }

    @PostMapping("/{conflictId}/reschedule-request")
    @IdempotentWrite
    @Access("MAINT_INQUIRE")
    @Operation(
            operationId = "requestReschedule",
            summary = "Ask the change management team for another time, in one call")
    ResponseEntity<InquiryView> request(
            @PathVariable String conflictId,
            @RequestBody(required = false) @Nullable RescheduleWish wish,
            Caller caller) {
        var given = wish == null ? new RescheduleWish(null, null, null, null) : wish;
        return answers.created(rescheduling.request(conflictId, given.wish(), caller));
    }
}

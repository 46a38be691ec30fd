package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.controlcenter.repair.ticketing.application.FollowingTickets;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.Note;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was said about a ticket and what happened to it; only ever added to. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets/{ticketNumber}", version = "1")
@Tag(name = "Conversation")
class ConversationController {

    record NewNote(
            @NotBlank @Size(max = 4000) String text,

            @Schema(description = "True: among the provider's people, never shown to the customer") @Nullable
            Boolean internal) {}

    @Schema(name = "Note")
    record NoteView(
            UUID noteId,
            String href,
            Instant at,
            String text,
            String author,

            @Schema(description = "CUSTOMER, PROVIDER or SYSTEM")
            String source,

            boolean internal) {}

    @Schema(name = "TimelineEntry")
    record EntryView(
            long id,
            Instant at,

            @Schema(
                    description =
                            "STATE, TECHNICIAN, RESOLUTION, ESCALATION, PRIORITY, CHANGE, TEST, FIX_AGENT, NOTE, ALARM,"
                                    + " ATTACHMENT, LINK or CLOCK")
            String kind,

            @Schema(description = "Only of notes") @Nullable UUID noteId,
            String text,
            @Schema(description = "Who did it") String actor,

            @Schema(description = "CUSTOMER, PROVIDER or SYSTEM")
            String source,

            boolean internal) {}

    private final FollowingTickets following;
    private final ReadingTickets reading;

    ConversationController(FollowingTickets following, ReadingTickets reading) {
        this.following = following;
        this.reading = reading;
    }

    @PostMapping("/notes")
    @IdempotentWrite
    @Access({"REPAIR_WRITE", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "addTicketNote",
            summary = "Add a note; the other side is told. A customer's note on a pending ticket resumes the work")
    ResponseEntity<NoteView> addNote(@PathVariable String ticketNumber, @RequestBody NewNote note, Caller caller) {
        var internal = Boolean.TRUE.equals(note.internal());
        if (internal && !caller.isProvider()) {
            throw Problem.unprocessable(Violation.invalid("/internal", "Only the provider has internal notes."));
        }
        var added = new Note(UUID.randomUUID(), note.text(), internal);
        TicketProblems.require(following.note(ticketNumber, added, Callers.person(caller)));
        var view = view(ticketNumber, added.noteId(), caller);
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    private NoteView view(String ticketNumber, UUID noteId, Caller caller) {
        var entry = reading.note(ticketNumber, noteId, caller.isProvider())
                .orElseThrow(() -> Problem.notFound("The note " + noteId));
        return new NoteView(
                noteId,
                "/api/v1/tickets/%s/notes/%s".formatted(ticketNumber, noteId),
                entry.at(),
                entry.text(),
                entry.actor(),
                entry.source(),
                entry.internal());
    }

    @GetMapping("/notes/{noteId}")
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "getTicketNote", summary = "One note; nobody can change or remove it")
    NoteView note(@PathVariable String ticketNumber, @PathVariable UUID noteId, Caller caller) {
        return view(ticketNumber, noteId, caller);
    }

    @GetMapping("/timeline")
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "getTicketTimeline", summary = "Everything that happened to the ticket, oldest first")
    @Parameter(name = "kind", description = "Only entries of these kinds, such as NOTE, separated by commas")
    @Parameter(name = "source", description = "Only what CUSTOMER, PROVIDER or SYSTEM did")
    ResponseEntity<Page<EntryView>> timeline(@PathVariable String ticketNumber, ListRequest request, Caller caller) {
        if (reading.find(ticketNumber).isEmpty()) {
            throw Problem.notFound("The ticket " + ticketNumber);
        }
        return reading.timeline(ticketNumber, caller.isProvider(), request)
                .map(entry -> new EntryView(
                        entry.id(),
                        entry.at(),
                        entry.kind(),
                        entry.noteId(),
                        entry.text(),
                        entry.actor(),
                        entry.source(),
                        entry.internal()))
                .toResponse();
    }
}

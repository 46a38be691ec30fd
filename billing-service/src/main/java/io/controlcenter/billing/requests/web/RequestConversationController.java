package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.requests.application.Answer;
import io.controlcenter.billing.requests.application.FollowingRequests;
import io.controlcenter.billing.requests.application.Person;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.billing.requests.application.RequestLog;
import io.controlcenter.billing.requests.web.RequestController.ContactInput;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.controlcenter.platform.web.Removable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What both sides say about a request, and what the customer makes of a decision. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-requests/{requestNumber}", version = "1")
@Tag(name = "Billing requests")
class RequestConversationController {

    record NewRequestNote(
            @NotBlank @Size(max = 4000) String text,

            @Nullable @Schema(description = "True: among the provider's people, never shown to the customer")
            Boolean internal) {}

    record NewObjection(
            @NotBlank @Size(max = 4000) @Schema(description = "What was not known when it was decided")
            String newFacts) {}

    /** JSON Merge Patch on these properties only. */
    @Schema(name = "BillingRequestPatch")
    record RequestPatch(
            @Nullable @Valid ContactInput contact,
            @Removable @Nullable @Size(max = 64) String customerReference) {}

    record CloseRequest(@NotBlank @Size(max = 500) String reason) {}

    @Schema(name = "BillingRequestEntry")
    record EntryView(
            long id,
            Instant at,

            @Schema(description = "STATE, COORDINATOR, DECISION, OBJECTION, NOTE, ATTACHMENT or CLOCK")
            RequestLog.Kind kind,

            String text,
            String actor,

            @Schema(description = "CUSTOMER, PROVIDER or SYSTEM")
            String source,

            boolean internal) {

        static EntryView of(RequestLog.Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.kind(),
                    entry.text(),
                    entry.actor(),
                    entry.source(),
                    entry.internal());
        }
    }

    private final FollowingRequests following;
    private final ReadingRequests reading;

    RequestConversationController(FollowingRequests following, ReadingRequests reading) {
        this.following = following;
        this.reading = reading;
    }

    @PostMapping("/notes")
    @IdempotentWrite
    @Access({"BILLING_REQUEST_WRITE", "BILLING_COORDINATOR"})
    @Operation(
            operationId = "addBillingRequestNote",
            summary = "Add a note; a customer's note on a request that waits for an answer lets the work go on")
    ResponseEntity<EntryView> note(
            @PathVariable String requestNumber, @RequestBody NewRequestNote note, Caller caller) {
        var internal = Boolean.TRUE.equals(note.internal());
        if (internal && !caller.isProvider()) {
            throw Problem.unprocessable(Violation.invalid("/internal", "Only the provider has internal notes."));
        }
        return switch (following.note(requestNumber, note.text(), internal, Person.of(caller))) {
            case FollowingRequests.Added.Refused(var why) -> throw RequestProblems.of(why.why(), null);
            case FollowingRequests.Added.Done(var entry) ->
                ResponseEntity.created(URI.create("/api/v1/billing-requests/" + requestNumber + "/history"))
                        .body(EntryView.of(entry));
        };
    }

    @GetMapping("/history")
    @Access({"BILLING_VIEW", "BILLING_REQUEST_WRITE", "BILLING_COORDINATOR", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "getBillingRequestHistory",
            summary = "Everything that happened to the request and was said about it, oldest first")
    @Parameter(name = "kind", description = "Only entries of these kinds, such as NOTE")
    @Parameter(name = "source", description = "Only what CUSTOMER, PROVIDER or SYSTEM did")
    ResponseEntity<Page<EntryView>> history(@PathVariable String requestNumber, ListRequest request, Caller caller) {
        if (reading.find(requestNumber, caller.isProvider()).isEmpty()) {
            throw RequestController.notFound(requestNumber);
        }
        return reading.history(requestNumber, caller.isProvider(), request)
                .map(EntryView::of)
                .toResponse();
    }

    @PatchMapping
    @Access({"BILLING_REQUEST_WRITE", "BILLING_COORDINATOR"})
    @Operation(
            operationId = "patchBillingRequest",
            summary = "Change whom to answer, or the customer's own reference, while it is open")
    ResponseEntity<RequestView> patch(
            @PathVariable String requestNumber,
            @RequestBody RequestPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        return answer(following.address(
                requestNumber, ifMatch::require, now -> merged(now, patch, nulls), Person.of(caller)));
    }

    private static FollowingRequests.Addressed merged(
            FollowingRequests.Addressed now, RequestPatch patch, MergePatch nulls) {
        var contact = patch.contact();
        return new FollowingRequests.Addressed(
                contact == null ? now.contact() : contact.contact(),
                nulls.apply("customerReference", patch.customerReference(), now.reference()));
    }

    @PostMapping("/acceptance")
    @IdempotentWrite
    @Access("BILLING_REQUEST_WRITE")
    @Operation(operationId = "acceptBillingDecision", summary = "The decision will do; closes the request")
    ResponseEntity<RequestView> accept(@PathVariable String requestNumber, IfMatch ifMatch, Caller caller) {
        return answer(following.accept(requestNumber, ifMatch::require, Person.of(caller)));
    }

    @PostMapping("/objection")
    @IdempotentWrite
    @Access("BILLING_REQUEST_WRITE")
    @Operation(
            operationId = "objectToBillingDecision",
            summary = "Object to a decision, once and with new facts; what was denied is withheld again")
    ResponseEntity<RequestView> object(
            @PathVariable String requestNumber, @RequestBody NewObjection objection, IfMatch ifMatch, Caller caller) {
        return answer(following.object(requestNumber, ifMatch::require, objection.newFacts(), Person.of(caller)));
    }

    @PostMapping("/close-request")
    @IdempotentWrite
    @Access("BILLING_REQUEST_WRITE")
    @Operation(
            operationId = "requestBillingRequestClose",
            summary = "Ask to close the request; a coordinator confirms it")
    ResponseEntity<RequestView> requestClose(
            @PathVariable String requestNumber, @RequestBody CloseRequest wanted, IfMatch ifMatch, Caller caller) {
        return answer(following.requestClose(requestNumber, ifMatch::require, wanted.reason(), Person.of(caller)));
    }

    private ResponseEntity<RequestView> answer(Answer answer) {
        var request = RequestProblems.require(answer);
        var whole = reading.find(request.requestNumber(), true).orElseThrow();
        return ResponseEntity.ok().eTag(IfMatch.tag(request.version())).body(RequestView.of(whole));
    }
}

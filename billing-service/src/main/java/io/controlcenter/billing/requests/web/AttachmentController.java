package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.requests.application.AttachingFiles;
import io.controlcenter.billing.requests.application.Person;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.platform.attachments.AttachmentView;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.Upload;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence for a request. What is downloaded is never shown by the browser itself. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-requests/{requestNumber}/attachments", version = "1")
@Tag(name = "Billing requests")
class AttachmentController {

    private final AttachingFiles attaching;
    private final Attachments attachments;
    private final ReadingRequests reading;

    AttachmentController(AttachingFiles attaching, Attachments attachments, ReadingRequests reading) {
        this.attaching = attaching;
        this.attachments = attachments;
        this.reading = reading;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"BILLING_REQUEST_WRITE", "BILLING_COORDINATOR"})
    @Operation(
            operationId = "addBillingRequestAttachment",
            summary = "Attach a file: the body is its content, the query its name",
            description =
                    "At most 10 files of 5 MB per request unless the provider set it otherwise. What it is, is read"
                            + " from the content, and its name must not say another thing. A harmful file is quarantined.")
    @ApiResponse(responseCode = "201", description = "Attached")
    ResponseEntity<AttachmentView> add(
            @PathVariable String requestNumber,
            @Parameter(description = "Under which name it is shown and saved", example = "contract.pdf") @RequestParam
                    String name,
            @RequestBody Upload upload,
            Caller caller) {
        requireVisible(requestNumber, caller);
        var file = attachments.check(name, upload, caller);
        return switch (attaching.attach(requestNumber, file, Person.of(caller))) {
            case AttachingFiles.Outcome.Attached(var attachment) -> {
                var view = AttachmentView.of(RequestView.attachmentsPath(requestNumber), attachment);
                yield ResponseEntity.created(URI.create(view.href())).body(view);
            }
            case AttachingFiles.Outcome.Refused(var why) -> throw RequestProblems.of(why.why(), null);
        };
    }

    @GetMapping("/{attachmentId}")
    @Access({"BILLING_VIEW", "BILLING_REQUEST_WRITE", "BILLING_COORDINATOR", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "getBillingRequestAttachment",
            summary = "Download a file; 409 unless it is known to be clean",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> get(@PathVariable String requestNumber, @PathVariable UUID attachmentId, Caller caller) {
        requireVisible(requestNumber, caller);
        return attaching.download(requestNumber, attachmentId);
    }

    private void requireVisible(String requestNumber, Caller caller) {
        if (reading.find(requestNumber, caller.isProvider()).isEmpty()) {
            throw RequestController.notFound(requestNumber);
        }
    }
}

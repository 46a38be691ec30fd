package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.requests.application.AttachingFiles;
import io.controlcenter.billing.requests.application.Person;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.billing.requests.web.RequestView.AttachmentView;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    private static final Pattern FILE_NAME = Pattern.compile("[^\\p{Cntrl}/\\\\\"<>|:*?]{1,120}");
    private final AttachingFiles attaching;
    private final ReadingRequests reading;

    AttachmentController(AttachingFiles attaching, ReadingRequests reading) {
        this.attaching = attaching;
        this.reading = reading;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"BILLING_REQUEST_WRITE", "BILLING_COORDINATOR"})
    @Operation(
            operationId = "addBillingRequestAttachment",
            summary = "Attach a file: its content is the body, its name the parameter fileName",
            description =
                    "PDF, PNG, JPEG, CSV or plain text, judged by name and content; at most 5 MB and ten per request.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @Parameter(name = "fileName", description = "With its ending, such as contract.pdf")
    ResponseEntity<AttachmentView> add(
            @PathVariable String requestNumber,
            @RequestParam String fileName,
            @RequestBody byte[] content,
            Caller caller) {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw Problem.unprocessable(
                    Violation.invalid("fileName", "A name has 1 to 120 characters and no path in it."));
        }
        return switch (attaching.attach(requestNumber, fileName, content, Person.of(caller))) {
            case AttachingFiles.Outcome.Attached(var attachment) -> {
                var view = AttachmentView.of(requestNumber, attachment);
                yield ResponseEntity.created(URI.create(view.href())).body(view);
            }
            case AttachingFiles.Outcome.TooLarge(var most) ->
                throw Problem.of(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "attachment-too-large",
                                "A file has at most " + most + " bytes.")
                        .with("maxBytes", most);
            case AttachingFiles.Outcome.TooMany(var most) ->
                throw Problem.conflict("too-many-attachments", "A request has at most " + most + " files.");
            case AttachingFiles.Outcome.NotThisKind() ->
                throw Problem.unprocessable(Violation.invalid(
                        "fileName", "Send a PDF, PNG, JPEG, CSV or text file whose content is what its name says."));
            case AttachingFiles.Outcome.Refused(var why) -> throw RequestProblems.of(why.why(), null);
        };
    }

    @GetMapping("/{attachmentId}")
    @Access({"BILLING_VIEW", "BILLING_REQUEST_WRITE", "BILLING_COORDINATOR", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "getBillingRequestAttachment",
            summary = "Download a file",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> get(@PathVariable String requestNumber, @PathVariable UUID attachmentId, Caller caller) {
        var request = reading.find(requestNumber, caller.isProvider())
                .orElseThrow(() -> RequestController.notFound(requestNumber));
        var attachment = request.attachments().stream()
                .filter(one -> one.attachmentId().equals(attachmentId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The attachment " + attachmentId));
        var download = ContentDisposition.attachment()
                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .body(reading.content(requestNumber, attachmentId).orElseThrow());
    }
}

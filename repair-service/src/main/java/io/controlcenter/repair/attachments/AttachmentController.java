package io.controlcenter.repair.attachments;

import io.controlcenter.platform.attachments.AttachmentView;
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
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files of a ticket; only ever added to. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets/{ticketNumber}/attachments", version = "1")
@Tag(name = "Conversation")
class AttachmentController {

    @Schema(name = "AttachmentList")
    record AttachmentList(List<AttachmentView> items) {}

    private final AttachingFiles files;

    AttachmentController(AttachingFiles files) {
        this.files = files;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"REPAIR_WRITE", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "attachFile",
            summary = "Attach a file: the body is its content, the query its name",
            description = "At most 2 files of 2 MB per ticket unless the provider set it otherwise. What it is, is read"
                    + " from the content, and its name must not say another thing. A harmful file is quarantined.")
    @ApiResponse(responseCode = "201", description = "Attached")
    ResponseEntity<AttachmentView> attach(
            @PathVariable String ticketNumber,
            @Parameter(description = "Under which name it is shown and saved", example = "light-levels.txt")
                    @RequestParam
                    String name,
            @RequestBody Upload upload,
            Caller caller) {
        var view = AttachmentView.of(path(ticketNumber), files.attach(ticketNumber, name, upload, caller));
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @GetMapping
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listAttachments", summary = "The files of a ticket, oldest first")
    AttachmentList list(@PathVariable String ticketNumber) {
        return new AttachmentList(files.list(ticketNumber).stream()
                .map(attachment -> AttachmentView.of(path(ticketNumber), attachment))
                .toList());
    }

    @GetMapping("/{attachmentId}")
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "downloadAttachment",
            summary = "The file itself, to be saved and never shown by a browser; 409 unless it is known to be clean")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> download(@PathVariable String ticketNumber, @PathVariable UUID attachmentId) {
        return files.download(ticketNumber, attachmentId);
    }

    private static String path(String ticketNumber) {
        return "/api/v1/tickets/%s/attachments".formatted(ticketNumber);
    }
}

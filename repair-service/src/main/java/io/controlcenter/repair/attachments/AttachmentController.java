package io.controlcenter.repair.attachments;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.repair.attachments.Attachments.Attachment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

    /** No path, no control characters, no quotes: a name to show and to save under. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\\"<>:|?*]{1,120}");

    @Schema(name = "Attachment")
    record AttachmentView(
            UUID attachmentId,
            String href,
            String name,

            @Schema(description = "What the content is, whatever the sender said", example = "application/pdf")
            String mediaType,

            int sizeBytes,
            String sha256,

            @Schema(description = "CLEAN can be downloaded; PENDING was not looked at yet; QUARANTINED is harmful")
            String scan,

            @Schema(description = "What was found in a harmful one") @Nullable
            String threat,

            Instant addedAt,
            String addedBy,
            @Schema(description = "CUSTOMER or PROVIDER") String source) {

        static AttachmentView of(Attachment attachment) {
            return new AttachmentView(
                    attachment.attachmentId(),
                    "/api/v1/tickets/%s/attachments/%s".formatted(attachment.ticketNumber(), attachment.attachmentId()),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.sizeBytes(),
                    attachment.sha256(),
                    attachment.scan().name(),
                    attachment.threat(),
                    attachment.addedAt(),
                    attachment.addedByName(),
                    attachment.source());
        }
    }

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
                    + " from the content. A harmful file is quarantined.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"),
                                            examples =
                                                    @io.swagger.v3.oas.annotations.media.ExampleObject(
                                                            value = "Light levels of last night"))))
    @ApiResponse(responseCode = "201", description = "Attached")
    @ApiResponse(
            responseCode = "413",
            description = "Larger than a file may be",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<AttachmentView> attach(
            @PathVariable String ticketNumber,
            @Parameter(description = "Under which name it is shown and saved", example = "light-levels.txt")
                    @RequestParam
                    String name,
            @RequestBody Upload upload,
            Caller caller) {
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            throw Problem.badRequest(
                    "invalidQuery", "name is that of a file: at most 120 characters, no path, none of \" < > : | ? *.");
        }
        var view = AttachmentView.of(files.attach(ticketNumber, name, upload.content(), caller));
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @GetMapping
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listAttachments", summary = "The files of a ticket, oldest first")
    AttachmentList list(@PathVariable String ticketNumber) {
        return new AttachmentList(
                files.list(ticketNumber).stream().map(AttachmentView::of).toList());
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
        var attachment = files.find(ticketNumber, attachmentId);
        var content = files.content(attachment);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}

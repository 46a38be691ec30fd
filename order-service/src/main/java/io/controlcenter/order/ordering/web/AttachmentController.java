package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.AttachingDocuments;
import io.controlcenter.order.ordering.application.Attachments;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents at an order; what was attached stays as it is. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}/attachments", version = "1")
@Tag(name = "Delivery")
class AttachmentController {

    @Schema(name = "OrderAttachment")
    record AttachmentView(
            UUID attachmentId,
            String href,
            String name,
            @Schema(example = "application/pdf") String mediaType,
            int sizeBytes,
            Instant at,
            String author,
            @Schema(description = "CUSTOMER or PROVIDER") String source) {

        static AttachmentView of(String orderNumber, Attachments.Attachment attachment) {
            return new AttachmentView(
                    attachment.attachmentId(),
                    "/api/v1/orders/%s/attachments/%s".formatted(orderNumber, attachment.attachmentId()),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.sizeBytes(),
                    attachment.at(),
                    attachment.author(),
                    attachment.source());
        }
    }

    private final AttachingDocuments attaching;
    private final Attachments attachments;
    private final ReadingOrders reading;

    AttachmentController(AttachingDocuments attaching, Attachments attachments, ReadingOrders reading) {
        this.attaching = attaching;
        this.attachments = attachments;
        this.reading = reading;
    }

    @PostMapping
    @Access({"ORDER_WRITE", "SALES", "CCM"})
    @Operation(
            operationId = "attachToOrder",
            summary = "Attach a document of at most 15 MB, as the part file of a multipart/form-data body")
    ResponseEntity<AttachmentView> attach(
            @PathVariable String orderNumber,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Caller caller) {
        if (file == null) {
            throw Problem.unprocessable(Violation.missing("/file", "Send the document as the part file."));
        }
        var added = attaching.attach(
                orderNumber,
                baseName(Objects.requireNonNullElse(file.getOriginalFilename(), "")),
                Objects.requireNonNullElse(file.getContentType(), ""),
                bytes(file),
                Callers.person(caller));
        var view = AttachmentView.of(orderNumber, added);
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    /** Some browsers send the whole path of the file. */
    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listOrderAttachments", summary = "The documents at an order, oldest first")
    Page<AttachmentView> list(@PathVariable String orderNumber) {
        var _ = reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        return new Page<>(
                attachments.of(orderNumber).stream()
                        .map(attachment -> AttachmentView.of(orderNumber, attachment))
                        .toList(),
                null);
    }

    /** Always as a file to keep, never as a page of this origin. */
    @GetMapping("/{attachmentId}")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "getOrderAttachment", summary = "One document, as it was attached")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> get(@PathVariable String orderNumber, @PathVariable UUID attachmentId) {
        var document = attachments
                .find(orderNumber, attachmentId)
                .orElseThrow(() -> Problem.notFound("The attachment " + attachmentId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.attachment().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.attachment().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(document.content());
    }
}

package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.AttachingDocuments;
import io.controlcenter.platform.attachments.AttachmentView;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.Upload;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents at an order; what was attached stays as it is. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}/attachments", version = "1")
@Tag(name = "Delivery")
class AttachmentController {

    private final AttachingDocuments attaching;
    private final Attachments attachments;

    AttachmentController(AttachingDocuments attaching, Attachments attachments) {
        this.attaching = attaching;
        this.attachments = attachments;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES", "CCM"})
    @Operation(
            operationId = "attachToOrder",
            summary = "Attach a document: the body is its content, the query its name",
            description = "At most 50 documents of 15 MB per order unless the provider set it otherwise. What it is, is"
                    + " read from the content, and its name must not say another thing. A harmful one is quarantined.")
    @ApiResponse(responseCode = "201", description = "Attached")
    ResponseEntity<AttachmentView> attach(
            @PathVariable String orderNumber,
            @Parameter(description = "Under which name it is shown and saved", example = "floor-plan.pdf") @RequestParam
                    String name,
            @RequestBody Upload upload,
            Caller caller) {
        attaching.requireVisible(orderNumber);
        var file = attachments.check(name, upload, caller);
        var added = attaching.attach(orderNumber, file, Callers.person(caller));
        var view = AttachmentView.of(path(orderNumber), added);
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listOrderAttachments", summary = "The documents at an order, oldest first")
    Page<AttachmentView> list(@PathVariable String orderNumber) {
        return new Page<>(
                attaching.list(orderNumber).stream()
                        .map(attachment -> AttachmentView.of(path(orderNumber), attachment))
                        .toList(),
                null);
    }

    /** Always as a file to keep, never as a page of this origin. */
    @GetMapping("/{attachmentId}")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "getOrderAttachment",
            summary = "One document, as it was attached; 409 unless it is known to be clean")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> get(@PathVariable String orderNumber, @PathVariable UUID attachmentId) {
        return attaching.download(orderNumber, attachmentId);
    }

    private static String path(String orderNumber) {
        return "/api/v1/orders/%s/attachments".formatted(orderNumber);
    }
}

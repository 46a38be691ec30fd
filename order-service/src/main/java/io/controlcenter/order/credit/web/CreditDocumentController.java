package io.controlcenter.order.credit.web;

import io.controlcenter.order.credit.application.CreditDocuments;
import io.controlcenter.platform.attachments.AttachmentView;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.Upload;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
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

/** The papers of a credit application; only added, never changed. */
@RestController
@RequestMapping(path = "/api/v{version}/credit-applications/{applicationNumber}/documents", version = "1")
@Tag(name = "Credit")
class CreditDocumentController {

    private final CreditDocuments documents;
    private final Attachments attachments;
    private final CreditAnswers answers;

    CreditDocumentController(CreditDocuments documents, Attachments attachments, CreditAnswers answers) {
        this.documents = documents;
        this.attachments = attachments;
        this.answers = answers;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(
            operationId = "addCreditDocument",
            summary =
                    "Add a document while the application is not decided: the body is its content, the query its name",
            description = "As documents of orders are.")
    @ApiResponse(responseCode = "201", description = "Added")
    ResponseEntity<AttachmentView> add(
            @PathVariable String applicationNumber,
            @Parameter(description = "Under which name it is shown and saved", example = "w-9.pdf") @RequestParam
                    String name,
            @RequestBody Upload upload,
            Caller caller) {
        var application = answers.find(applicationNumber);
        var added = documents.add(application, attachments.check(name, upload, caller));
        var view = AttachmentView.of(CreditView.documents(applicationNumber), added);
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @GetMapping("/{documentId}")
    @Access(
            value = {"ORDER_WRITE", "QUOTE_WRITE", "SALES", "CREDIT_ANALYST"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "getCreditDocument",
            summary = "The file as it was added; 409 unless it is known to be clean",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> get(@PathVariable String applicationNumber, @PathVariable UUID documentId) {
        return documents.download(applicationNumber, documentId);
    }
}

package io.controlcenter.order.credit.web;

import io.controlcenter.order.credit.application.CreditDocuments;
import io.controlcenter.order.credit.application.ReadingCredit;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a credit application; only added, never changed. */
@RestController
@RequestMapping(path = "/api/v{version}/credit-applications/{applicationNumber}/documents", version = "1")
@Tag(name = "Credit")
class CreditDocumentController {

    private static final List<String> TYPES =
            List.of(MediaType.APPLICATION_PDF_VALUE, MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE);
    private static final Pattern FILE_NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,120}");

    private final CreditDocuments documents;
    private final ReadingCredit reading;
    private final CreditAnswers answers;

    CreditDocumentController(CreditDocuments documents, ReadingCredit reading, CreditAnswers answers) {
        this.documents = documents;
        this.reading = reading;
        this.answers = answers;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(
            operationId = "addCreditDocument",
            summary = "Add a document of at most 15 MB while the application is not decided; the body is the file",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                                        schema = @Schema(type = "string", format = "binary"),
                                        examples = @ExampleObject("%PDF-1.7 …")),
                                @Content(
                                        mediaType = MediaType.IMAGE_PNG_VALUE,
                                        schema = @Schema(type = "string", format = "binary"),
                                        examples = @ExampleObject("PNG …")),
                                @Content(
                                        mediaType = MediaType.IMAGE_JPEG_VALUE,
                                        schema = @Schema(type = "string", format = "binary"),
                                        examples = @ExampleObject("JPEG …"))
                            }))
    ResponseEntity<CreditView.DocumentView> add(
            @PathVariable String applicationNumber,
            @Parameter(description = "Name of the file", example = "w-9.pdf") @RequestParam String fileName,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = MediaType.APPLICATION_OCTET_STREAM_VALUE)
                    @Parameter(hidden = true)
                    MediaType type,
            @RequestBody byte[] content,
            Caller caller) {
        var mediaType = type.getType() + "/" + type.getSubtype();
        if (!TYPES.contains(mediaType)) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupportedMediaType",
                    "A document is one of " + String.join(", ", TYPES) + ".");
        }
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw Problem.unprocessable(new Violation(
                    "fileName", Violation.INVALID_FORMAT, "A file name has 1 to 120 signs and no slashes."));
        }
        var application = answers.find(applicationNumber);
        var added = CreditView.DocumentView.of(
                applicationNumber, documents.add(application, fileName, mediaType, content, caller));
        return ResponseEntity.created(URI.create(added.href())).body(added);
    }

    @GetMapping("/{documentId}")
    @Access(
            value = {"ORDER_WRITE", "QUOTE_WRITE", "SALES", "CREDIT_ANALYST"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "getCreditDocument",
            summary = "The file as it was added",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> get(@PathVariable String applicationNumber, @PathVariable UUID documentId) {
        var content = reading.content(applicationNumber, documentId)
                .orElseThrow(() -> Problem.notFound("The document " + documentId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.file().getByteArray());
    }
}

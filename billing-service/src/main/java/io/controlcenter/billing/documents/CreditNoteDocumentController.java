package io.controlcenter.billing.documents;

import io.controlcenter.billing.receivables.application.CreditNotes;
import io.controlcenter.platform.documents.Pdf;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit notes as documents. */
@RestController
@RequestMapping(path = "/api/v{version}/credit-notes", version = "1")
@Tag(name = "Credit notes")
class CreditNoteDocumentController {

    private static final Set<DocumentFormat> OFFERED =
            EnumSet.of(DocumentFormat.HTML, DocumentFormat.PDF, DocumentFormat.UBL);

    private final CreditNotes notes;
    private final ReadingFacts reading;
    private final CreditNotePage page;
    private final CreditNoteUbl ubl;

    CreditNoteDocumentController(CreditNotes notes, ReadingFacts reading, CreditNotePage page, CreditNoteUbl ubl) {
        this.notes = notes;
        this.reading = reading;
        this.page = page;
        this.ubl = ubl;
    }

    @GetMapping(
            path = "/{creditNoteNumber}/document",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_XML_VALUE})
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(
            operationId = "getCreditNoteDocument",
            summary = "The credit note as a page, as PDF, or as UBL 2.1 by the rules of EN 16931")
    ResponseEntity<byte[]> document(
            @PathVariable String creditNoteNumber,
            @Parameter(description = "html, pdf or ubl; without it the Accept header decides")
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept)
            throws HttpMediaTypeNotAcceptableException {
        var wanted = DocumentFormat.wanted(format, accept, OFFERED);
        var note =
                notes.find(creditNoteNumber).orElseThrow(() -> Problem.notFound("The credit note " + creditNoteNumber));
        return wanted.response(creditNoteNumber, bytes(wanted, reading.of(note)));
    }

    private byte[] bytes(DocumentFormat wanted, CreditNoteFacts facts) {
        return switch (wanted) {
            case HTML -> page.html(facts).getBytes(StandardCharsets.UTF_8);
            case PDF -> Pdf.of(page.html(facts));
            case UBL -> ubl.write(facts);
            case CSV -> throw new IllegalArgumentException("A credit note is not offered as CSV");
        };
    }
}

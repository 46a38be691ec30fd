package io.controlcenter.order.letters;

import io.controlcenter.order.letters.OrderDocument.Kind;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.web.FileHeaders;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The documents of an order, as they were issued: as JSON, as a page or as a PDF, whichever is asked for. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}", version = "1")
@Tag(name = "Order documents")
class OrderDocumentController {

    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.APPLICATION_PDF);

    @Schema(name = "IssuedDocument")
    record VersionView(UUID documentId, int version, Instant issuedAt, String href) {}

    private final Documents documents;
    private final LetterPages pages;
    private final ReadingOrders orders;

    OrderDocumentController(Documents documents, LetterPages pages, ReadingOrders orders) {
        this.documents = documents;
        this.pages = pages;
        this.orders = orders;
    }

    @GetMapping(
            path = "/acknowledgement",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Transactional(readOnly = true)
    @Operation(
            operationId = "getAcknowledgementLetter",
            summary = "The acknowledgement letter as it was issued: JSON, HTML or PDF by the Accept header")
    ResponseEntity<byte[]> letter(
            @PathVariable String orderNumber,
            @Parameter(description = "An earlier version; the latest unless given")
                    @RequestParam(name = "letterVersion", required = false)
                    @Nullable
                    Integer letterVersion,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept) {
        return answer(Kind.ACKNOWLEDGEMENT, orderNumber, letterVersion, accept);
    }

    @GetMapping(path = "/acknowledgement/versions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Transactional(readOnly = true)
    @Operation(operationId = "listAcknowledgementLetters", summary = "Every version of the letter, the latest first")
    Page<VersionView> versions(@PathVariable String orderNumber) {
        requireOrder(orderNumber);
        return new Page<>(
                documents.all(Kind.ACKNOWLEDGEMENT, orderNumber).stream()
                        .map(issued -> new VersionView(
                                issued.documentId(),
                                issued.version(),
                                issued.issuedAt(),
                                "/api/v1/orders/%s/acknowledgement?letterVersion=%d"
                                        .formatted(orderNumber, issued.version())))
                        .toList(),
                null);
    }

    @GetMapping(
            path = "/connection-notice",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Transactional(readOnly = true)
    @Operation(
            operationId = "getConnectionNotice",
            summary = "The connection notice as it was issued: JSON, HTML or PDF by the Accept header")
    ResponseEntity<byte[]> notice(
            @PathVariable String orderNumber,
            @Parameter(description = "An earlier version; the latest unless given")
                    @RequestParam(name = "noticeVersion", required = false)
                    @Nullable
                    Integer noticeVersion,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept) {
        return answer(Kind.CONNECTION_NOTICE, orderNumber, noticeVersion, accept);
    }

    private void requireOrder(String orderNumber) {
        if (orders.find(orderNumber).isEmpty()) {
            throw Problem.notFound("The order " + orderNumber);
        }
    }

    private ResponseEntity<byte[]> answer(
            Kind kind, String orderNumber, @Nullable Integer version, @Nullable String accept) {
        requireOrder(orderNumber);
        var issued = documents
                .find(kind, orderNumber, version)
                .orElseThrow(() -> Problem.notFound("The %s of %s".formatted(kind.path(), orderNumber)));
        var type = wanted(accept);
        var name = "%s-%s-%d".formatted(orderNumber, kind.path(), issued.version());
        var pdf = MediaType.APPLICATION_PDF.equals(type);
        var response = pdf || MediaType.TEXT_HTML.isCompatibleWith(type)
                ? ResponseEntity.ok().headers(FileHeaders.toShow(name + (pdf ? ".pdf" : ".html"), type))
                : ResponseEntity.ok().contentType(type);
        response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).eTag("\"" + issued.documentId() + "\"");
        if (pdf) {
            return response.body(pages.pdf(kind, issued));
        }
        var text = MediaType.TEXT_HTML.isCompatibleWith(type) ? pages.html(kind, issued) : issued.content();
        return response.body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The best of the three for the caller; an Accept header that fits none of them never gets here (406). */
    private static MediaType wanted(@Nullable String accept) {
        var asked = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(asked);
        return asked.stream()
                .flatMap(one -> TYPES.stream().filter(one::includes))
                .findFirst()
                .map(type -> type.equals(MediaType.TEXT_HTML) ? new MediaType(type, StandardCharsets.UTF_8) : type)
                .orElse(MediaType.APPLICATION_JSON);
    }
}

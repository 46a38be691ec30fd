package io.controlcenter.billing.documents;

import io.controlcenter.platform.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The forms in which documents can be had. */
enum DocumentFormat {
    HTML("text/html;charset=UTF-8", "html"),
    PDF("application/pdf", "pdf"),
    CSV("text/csv;charset=UTF-8", "csv"),
    /** UBL 2.1 by the rules of EN 16931. */
    UBL("application/xml", "xml");

    private final String type;
    private final String extension;

    DocumentFormat(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    /** For people to read, and not for machines to count on. */
    boolean isForReading() {
        return this == HTML || this == PDF;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    String fileName(String reference) {
        return reference + "." + extension;
    }

    /** For people it opens where they are; for machines it is a file. */
    ResponseEntity<byte[]> response(String reference, byte[] document) {
        var disposition = isForReading() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(fileName(reference)).build().toString())
                .body(document);
    }

    /** By the query parameter when it is there, else by the Accept header; the page when neither cares. */
    static DocumentFormat wanted(@Nullable String parameter, @Nullable String accept, Set<DocumentFormat> offered)
            throws HttpMediaTypeNotAcceptableException {
        if (parameter != null) {
            return offered.stream()
                    .filter(format -> format.name().equalsIgnoreCase(parameter))
                    .findFirst()
                    .orElseThrow(() -> Problem.badRequest("invalidQuery", "format is one of " + names(offered) + "."));
        }
        return accept == null ? HTML : accepted(accept, offered);
    }

    private static String names(Set<DocumentFormat> offered) {
        return offered.stream()
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static DocumentFormat accepted(String accept, Set<DocumentFormat> offered)
            throws HttpMediaTypeNotAcceptableException {
        List<MediaType> wanted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        return wanted.stream()
                .flatMap(type -> offered.stream().filter(format -> type.isCompatibleWith(format.type())))
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(
                        offered.stream().map(DocumentFormat::type).toList()));
    }
}

package io.controlcenter.billing.documents;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.FileHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        var name = fileName(reference);
        var headers = isForReading() ? FileHeaders.toShow(name, type()) : FileHeaders.toSave(name);
        return ResponseEntity.ok().headers(headers).contentType(type()).body(document);
    }

    /** By the query parameter when it is there, else by the Accept header; the page when neither cares. */
    static DocumentFormat wanted(@Nullable String parameter, @Nullable String accept, Set<DocumentFormat> offered)
            throws HttpMediaTypeNotAcceptableException {
        if (parameter != null) {
            return offered.stream()
                    .filter(format -> format.name().equalsIgnoreCase(parameter))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.badQuery(Violation.ofQuery("format", "must be one of " + names(offered) + ".")));
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

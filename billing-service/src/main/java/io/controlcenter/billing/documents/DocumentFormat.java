package io.controlcenter.billing.documents;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The forms in which an invoice can be had. */
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

    /** By the query parameter when it is there, else by the Accept header; the page when neither cares. */
    static DocumentFormat wanted(@Nullable String parameter, @Nullable String accept)
            throws HttpMediaTypeNotAcceptableException {
        if (parameter != null) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(parameter))
                    .findFirst()
                    .orElseThrow(() -> Problem.badQuery(Violation.ofQuery("format", "must be html, pdf, csv or ubl.")));
        }
        return accept == null ? HTML : accepted(accept);
    }

    private static DocumentFormat accepted(String accept) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> wanted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        return wanted.stream()
                .flatMap(type -> Arrays.stream(values()).filter(format -> type.isCompatibleWith(format.type())))
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(
                        Arrays.stream(values()).map(DocumentFormat::type).toList()));
    }
}

package io.controlcenter.platform.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** With what headers a file is given out: it is what it says it is, runs nothing, and stays in no cache. */
public final class FileHeaders {

    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";
    private static final String A_PAGE_WITH_STYLE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

    private FileHeaders() {}

    /** To be saved under a name, and never shown by a browser. */
    public static HttpHeaders toSave(String name) {
        var headers = headers(ContentDisposition.attachment(), name);
        headers.set("Content-Security-Policy", NOTHING_RUNS);
        return headers;
    }

    /** To be looked at in a browser. Its viewer of PDFs does not work inside of a sandbox, and runs nothing either. */
    public static HttpHeaders toShow(String name, MediaType type) {
        var headers = headers(ContentDisposition.inline(), name);
        headers.setContentType(type);
        if (!type.isCompatibleWith(MediaType.APPLICATION_PDF)) {
            headers.set("Content-Security-Policy", A_PAGE_WITH_STYLE);
        }
        return headers;
    }

    private static HttpHeaders headers(ContentDisposition.Builder how, String name) {
        var headers = new HttpHeaders();
        var ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        headers.setContentDisposition(
                (ascii ? how.filename(name) : how.filename(name, StandardCharsets.UTF_8)).build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setCacheControl(CacheControl.noStore());
        return headers;
    }
}

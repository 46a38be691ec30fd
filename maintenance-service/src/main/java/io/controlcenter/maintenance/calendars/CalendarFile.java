package io.controlcenter.maintenance.calendars;

import io.controlcenter.platform.web.FileHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A calendar over HTTP, with a tag of its content, so that whoever asks again gets it only when it is another one. */
final class CalendarFile {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private CalendarFile() {}

    static ResponseEntity<String> of(String name, String calendar) {
        return ResponseEntity.ok()
                .headers(FileHeaders.toSave(name))
                .contentType(CALENDAR)
                .eTag('"' + HexFormat.of().formatHex(digest(calendar), 0, 16) + '"')
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate().mustRevalidate())
                .body(calendar);
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

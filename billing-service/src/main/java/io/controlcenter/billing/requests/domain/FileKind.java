package io.controlcenter.billing.requests.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of files that can be attached. A file is of a kind when both its name and its content say so: what is sent as a
 * picture and is a page with a script in it is refused.
 */
public enum FileKind {
    PDF("application/pdf", "%PDF-", "pdf"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n", "png"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff", "jpg jpeg"),
    CSV("text/csv", "", "csv"),
    TEXT("text/plain", "", "txt");

    private final String mediaType;
    private final String beginning;
    private final String endings;

    /** @param beginning of the content, a character per byte; empty for text */
    FileKind(String mediaType, String beginning, String endings) {
        this.mediaType = mediaType;
        this.beginning = beginning;
        this.endings = endings;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<FileKind> of(String fileName, byte[] content) {
        var dot = fileName.lastIndexOf('.');
        var ending = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> dot > 0 && List.of(kind.endings.split(" ", -1)).contains(ending))
                .filter(kind -> kind.fits(content))
                .findFirst();
    }

    private boolean fits(byte[] content) {
        if (content.length == 0) {
            return false;
        }
        return beginning.isEmpty()
                ? isText(content)
                : new String(content, StandardCharsets.ISO_8859_1).startsWith(beginning);
    }

    /** UTF-8 without control characters other than those that lay text out. */
    private static boolean isText(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}

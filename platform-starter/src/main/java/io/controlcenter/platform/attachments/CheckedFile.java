package io.controlcenter.platform.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file that may be attached: its name is safe, its content of a type that is taken, and a scanner had its chance.
 *
 * @param attachmentId that it will have
 * @param addedBy the name of who sent it
 * @param source CUSTOMER or PROVIDER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record CheckedFile(
        UUID attachmentId,
        String name,
        String mediaType,
        byte[] content,
        Verdict verdict,
        String addedBy,
        String source) {

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.controlcenter.platform.attachments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file without its content.
 *
 * @param name a safe one, to show and to save under
 * @param mediaType what the content is, whatever its sender said
 * @param sha256 of the content, hexadecimal
 * @param threat what was found in a harmful one
 * @param addedBy a person's name
 * @param source CUSTOMER or PROVIDER
 */
public record Attachment(
        UUID attachmentId,
        String name,
        String mediaType,
        int sizeBytes,
        String sha256,
        Scan scan,
        @Nullable String threat,
        Instant addedAt,
        String addedBy,
        String source) {

    /**
     * What is known of a file: one that nobody could look at yet waits; a harmful one is kept and given to nobody, and so
     * is one that no scanner comes to a verdict on.
     */
    public enum Scan {
        CLEAN,
        PENDING,
        QUARANTINED,
        UNSCANNABLE
    }

    /**
     * What it hangs on.
     *
     * @param kind of aggregate, unique within the service
     * @param id of the aggregate
     */
    public record Holder(String kind, String id, String enterpriseId, String accountId) {}
}

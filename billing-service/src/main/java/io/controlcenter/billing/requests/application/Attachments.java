package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.BillingRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that belong to requests; only ever added. */
public interface Attachments {

    /** @param source CUSTOMER or PROVIDER */
    record Attachment(
            UUID attachmentId,
            String fileName,
            String mediaType,
            int size,
            String digest,
            Instant addedAt,
            String addedBy,
            String source) {}

    void add(BillingRequest request, Attachment attachment, byte[] content);

    List<Attachment> list(String requestNumber);

    Optional<byte[]> content(String requestNumber, UUID attachmentId);
}

package io.controlcenter.order.ordering.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Documents at an order: added, read, never changed. */
public interface Attachments {

    record Attachment(
            UUID attachmentId,
            String name,
            String mediaType,
            int sizeBytes,
            Instant at,
            String author,
            String source) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Document(Attachment attachment, byte[] content) {}

    List<Attachment> of(String orderNumber);

    Optional<Document> find(String orderNumber, UUID attachmentId);

    void add(String orderNumber, String enterpriseId, String accountId, Document document);
}

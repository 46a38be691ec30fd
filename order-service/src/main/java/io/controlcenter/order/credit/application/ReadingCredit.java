package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;

/** Credit applications for readers. */
public interface ReadingCredit {

    /** A change of state, with what was said. */
    record Step(
            Instant at,
            @Nullable String from,
            String to,
            @Nullable String text,
            String actor,
            String source) {}

    /** A document without its content. */
    record Document(
            UUID documentId,
            String fileName,
            String mediaType,
            int size,
            String sha256,
            Instant addedAt,
            String addedBy,
            String source) {}

    record Content(String fileName, String mediaType, ByteArrayResource file) {}

    /** @param enterpriseId null for all that the caller may see */
    Page<CreditApplication> list(@Nullable String enterpriseId, ListRequest request);

    List<Step> history(String applicationNumber);

    List<Document> documents(String applicationNumber);

    Optional<Content> content(String applicationNumber, UUID documentId);
}

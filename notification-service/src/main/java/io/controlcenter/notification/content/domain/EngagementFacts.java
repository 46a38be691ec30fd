package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account team proposes to meet; the enterprise's administrators are told. */
public record EngagementFacts(
        String engagementId,
        String enterpriseId,
        @Nullable String accountId,
        String kind,
        Instant scheduledAt,
        @Nullable String note,
        @Nullable Contact contact)
        implements Facts {

    @Override
    public String subjectId() {
        return engagementId;
    }

    @Override
    public List<Contact> named() {
        return List.of();
    }

    @Override
    public List<Concern> concerns() {
        return List.of();
    }
}

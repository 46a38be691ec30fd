package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question about a maintenance and its answer, for whoever asked. */
public record InquiryFacts(
        String inquiryNumber,
        String gcrNumber,
        String type,
        @Nullable String customerReference,
        Contact contact,
        String text,
        @Nullable String answer,
        @Nullable String decision,
        @Nullable String answeredBy,
        Instant at)
        implements Facts {

    @Override
    public String subjectId() {
        return inquiryNumber;
    }

    @Override
    public List<Contact> named() {
        return List.of(contact);
    }

    /** Nobody but the asker is told. */
    @Override
    public List<Concern> concerns() {
        return List.of();
    }
}

package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order was acknowledged. */
public record AcknowledgementFacts(
        String orderNumber,
        String accountId,
        @Nullable CareManager customerCareManager,
        @Nullable Contact contact,
        List<Item> items)
        implements Facts {

    public record Item(
            String action, String productName, @Nullable String site) {}

    @Override
    public String subjectId() {
        return orderNumber;
    }

    @Override
    public List<Contact> named() {
        return contact == null ? List.of() : List.of(contact);
    }

    @Override
    public List<Concern> concerns() {
        return List.of(Concern.of(accountId));
    }
}

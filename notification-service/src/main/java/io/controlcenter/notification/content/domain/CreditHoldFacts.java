package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;

/** New orders of an account wait, or do not wait any more. */
public record CreditHoldFacts(String accountId, Money pastDue, Instant since, Instant at) implements Facts {

    @Override
    public String subjectId() {
        return accountId;
    }

    @Override
    public List<Contact> named() {
        return List.of();
    }

    @Override
    public List<Concern> concerns() {
        return List.of(Concern.of(accountId));
    }
}

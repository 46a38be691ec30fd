package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.LocalDate;
import java.util.List;

/** A bill is past due, and this is its next reminder. */
public record PastDueFacts(
        String invoiceNumber,
        String accountId,
        LocalDate dueDate,
        Money undisputedDue,
        Money disputedAmount,
        int daysPastDue,
        int dunningStep)
        implements Facts {

    @Override
    public String subjectId() {
        return invoiceNumber;
    }

    @Override
    public String part() {
        return Integer.toString(dunningStep);
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

package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice was issued. */
public record BillFacts(
        String invoiceNumber,
        String accountId,
        LocalDate billDate,
        LocalDate dueDate,
        Period period,
        Money amountDue,
        boolean firstInvoice,
        @Nullable String delivery)
        implements Facts {

    public record Period(LocalDate start, LocalDate end) {}

    /** Printed and posted, all of it or its summary; whoever wants a mail besides says so by a setting (rule 3). */
    public boolean onPaper() {
        return "PAPER".equals(delivery) || "INVOICE_SUMMARY".equals(delivery);
    }

    @Override
    public String subjectId() {
        return invoiceNumber;
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

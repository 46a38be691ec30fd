package io.controlcenter.billing.receivables.messaging;

import io.controlcenter.billing.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events that receivables publish, as {@code contracts/events/published} describes them. */
interface ReceivableMessages {

    /** {@code billing.invoice.settled.v1}. */
    record Settled(String invoiceNumber, String accountId, Instant settledAt, Money amountPaid) {}

    /**
     * {@code billing.invoice.past-due.v1}: one for each reminder.
     *
     * @param amountDue what is open of the invoice, disputed or not
     */
    record PastDue(
            String invoiceNumber,
            String accountId,
            LocalDate dueDate,
            Money amountDue,
            Money undisputedDue,
            Money disputedAmount,
            int daysPastDue,
            int dunningStep,
            Instant at) {}

    /** {@code billing.invoice.withdrawn.v1}. */
    record Withdrawn(String invoiceNumber, String accountId, String creditNoteNumber, String reason, Instant at) {}

    /**
     * {@code billing.credit-note.issued.v1}.
     *
     * @param amount with taxes; those of the lines are without
     */
    record Credited(
            String creditNoteNumber,
            String accountId,
            @Nullable String invoiceNumber,
            String reason,
            Money amount,
            List<CreditedLine> lines,
            LocalDate issuedOn) {}

    record CreditedLine(String lineId, Money amount) {}

    /**
     * {@code billing.account.credit-hold-set.v1} and {@code -cleared.v1}.
     *
     * @param pastDue undisputed and past due
     * @param since when the hold began; when it ended for the cleared one
     */
    record Hold(String accountId, String enterpriseId, String reason, Money pastDue, Instant since, Instant at) {}
}

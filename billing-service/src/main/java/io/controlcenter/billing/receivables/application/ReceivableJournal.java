package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.billing.receivables.domain.CreditNote;
import java.math.BigDecimal;
import java.time.Instant;

/** Told of what others must know, inside the transaction that changes it. */
public interface ReceivableJournal {

    void settled(InvoiceStanding invoice, Instant at);

    /** @param step of the reminders */
    void pastDue(InvoiceStanding invoice, int daysPastDue, int step, Instant at);

    void withdrawn(InvoiceStanding invoice, CreditNote note);

    void credited(CreditNote note);

    void holdSet(AccountStanding account, String currency, BigDecimal pastDue, Instant at);

    void holdCleared(AccountStanding account, String currency, BigDecimal pastDue, Instant at);
}

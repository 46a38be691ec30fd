package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.AccountToBill;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.CycleBilling;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where accounts stand between their cycles; always many at a time. */
public interface Cycles {

    /**
     * Accounts whose cycle begins on a date that has begun where they are, and was not billed yet. They are this
     * transaction's alone; those that another one holds are passed over.
     */
    List<BillableAccount> claim(LocalDate cycleDate, Instant now, long after, int limit);

    /** The same, only to look at. */
    List<BillableAccount> peek(LocalDate cycleDate, Instant now, long after, int limit);

    long count(LocalDate cycleDate, Instant now);

    /** The oldest date at which a cycle has begun and was not billed. */
    Optional<LocalDate> oldestDue(Instant now);

    List<AccountToBill> load(List<BillableAccount> accounts);

    /** Notes that these accounts are billed at their date, whether there was something to bill or not. */
    void advance(LocalDate cycleDate, List<Billed> billed);

    /** Days on which no bank is open. */
    Set<LocalDate> bankHolidays();

    /** @param invoice empty when there was nothing to bill */
    record Billed(AccountToBill bill, CycleBilling billing, Optional<FinishedInvoice> invoice) {}
}

package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.AccountToBill;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.JudgedBill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where accounts stand between their cycles; mostly many at a time. */
public interface Cycles {

    /**
     * Accounts whose cycle begins on a date that has begun where they are, and was not billed yet. They are this
     * transaction's alone; those that another one holds are passed over, and so are those with a held invoice.
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

    /** One account, with the day of its next invoice; locked until the transaction ends when told so. */
    Optional<Next> next(String accountId, boolean lock);

    /** The held invoice of an account was issued after all: now its charges are billed. */
    void release(Billed billed);

    /** The held invoice of an account is gone: its cycle is to be billed anew. */
    void reopen(String accountId, LocalDate cycleDate);

    /** Days on which no bank is open. */
    Set<LocalDate> bankHolidays();

    /** @param nextCycleDate the boundary at which it is billed next */
    record Next(BillableAccount account, LocalDate nextCycleDate) {}

    /** @param invoice id of it; null when there was nothing to bill */
    record Billed(JudgedBill judged, @Nullable Long invoice) {

        /** Nothing of a held one counts as billed until it is released. */
        public boolean isHeld() {
            return invoice != null && judged.isHeld();
        }
    }
}

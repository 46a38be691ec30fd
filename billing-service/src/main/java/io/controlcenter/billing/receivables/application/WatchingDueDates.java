package io.controlcenter.billing.receivables.application;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks after invoices whose due date has passed where their account is. */
@Component
class WatchingDueDates implements DueWork {

    private static final int AT_ONCE = 50;
    private final Collections collections;
    private final Collecting collecting;
    private final TransactionTemplate transaction;

    WatchingDueDates(Collections collections, Collecting collecting, TransactionTemplate transaction) {
        this.collections = collections;
        this.collecting = collecting;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "watch-due-dates";
    }

    @Override
    public int doDue(Instant now) {
        var due = transaction.execute(_ -> collections.due(now, AT_ONCE));
        due.forEach(collecting::review);
        return due.size();
    }
}

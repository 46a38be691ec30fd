package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.work.Pieces;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks after invoices whose due date has passed where their account is. */
@Component
class WatchingDueDates implements DueWork {

    private static final String NAME = "watch-due-dates";
    private final Collections collections;
    private final TransactionTemplate transaction;
    private final Pieces<String> invoices;

    WatchingDueDates(
            Collections collections, Collecting collecting, TransactionTemplate transaction, Pieces.Maker pieces) {
        this.collections = collections;
        this.transaction = transaction;
        this.invoices = pieces.of(NAME, collecting::review);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int doDue(Instant now) {
        return invoices.doSome(limit -> transaction.execute(_ -> collections.due(now, limit)));
    }
}

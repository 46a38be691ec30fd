package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.work.Pieces;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns when the time to acknowledge runs out, and closes requests on which the customer falls silent. */
@Component
class WatchingRequests implements DueWork {

    private static final String NAME = "watch-billing-requests";
    private final BillingRequests requests;
    private final TransactionTemplate transaction;
    private final Pieces<String> warnings;
    private final Pieces<String> silent;

    WatchingRequests(
            BillingRequests requests, WorkingOnRequests working, TransactionTemplate transaction, Pieces.Maker pieces) {
        this.requests = requests;
        this.transaction = transaction;
        this.warnings = pieces.of(NAME, working::warn);
        this.silent = pieces.of(NAME, working::closeAfterSilence);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int doDue(Instant now) {
        return warnings.doSome(limit -> transaction.execute(_ -> requests.toWarnOf(now, limit)))
                + silent.doSome(limit -> transaction.execute(_ -> requests.silent(now, limit)));
    }
}

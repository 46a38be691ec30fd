package io.controlcenter.billing.requests.application;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns when the time to acknowledge runs out, and closes requests on which the customer falls silent. */
@Component
class WatchingRequests implements DueWork {

    private static final int AT_ONCE = 50;
    private final BillingRequests requests;
    private final WorkingOnRequests working;
    private final TransactionTemplate transaction;

    WatchingRequests(BillingRequests requests, WorkingOnRequests working, TransactionTemplate transaction) {
        this.requests = requests;
        this.working = working;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "watch-billing-requests";
    }

    @Override
    public int doDue(Instant now) {
        var warnings = transaction.execute(_ -> requests.toWarnOf(now, AT_ONCE));
        warnings.forEach(working::warn);
        var silent = transaction.execute(_ -> requests.silent(now, AT_ONCE));
        silent.forEach(working::closeAfterSilence);
        return warnings.size() + silent.size();
    }
}

package io.controlcenter.billing.requests.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Warns when the time to acknowledge runs out, and closes requests on which the customer falls silent. */
@Component
class WatchingRequests implements DueWork {

    private final BillingRequests requests;
    private final WorkingOnRequests working;
    private final OneByOne oneByOne;

    WatchingRequests(BillingRequests requests, WorkingOnRequests working, OneByOne oneByOne) {
        this.requests = requests;
        this.working = working;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "watch-billing-requests";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, limit -> requests.toWarnOf(now, limit), number -> {
                    working.warn(number);
                    return true;
                })
                + oneByOne.each("close-silent-billing-requests", now, limit -> requests.silent(now, limit), number -> {
                    working.closeAfterSilence(number);
                    return true;
                });
    }
}

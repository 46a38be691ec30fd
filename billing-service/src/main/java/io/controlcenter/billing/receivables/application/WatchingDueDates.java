package io.controlcenter.billing.receivables.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks after invoices whose due date has passed where their account is. */
@Component
class WatchingDueDates implements DueWork {

    private final Collections collections;
    private final Collecting collecting;
    private final OneByOne oneByOne;

    WatchingDueDates(Collections collections, Collecting collecting, OneByOne oneByOne) {
        this.collections = collections;
        this.collecting = collecting;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "watch-due-dates";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, limit -> collections.due(now, limit), invoice -> {
            collecting.review(invoice);
            return true;
        });
    }
}

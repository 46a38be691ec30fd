package io.controlcenter.notification.paperless;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets changes of delivery take effect when their account's cycle comes. */
@Component
class DeliveryCycles implements DueWork {

    private final DeliveryPreferences preferences;
    private final DeliveringBills delivering;
    private final OneByOne oneByOne;

    DeliveryCycles(DeliveryPreferences preferences, DeliveringBills delivering, OneByOne oneByOne) {
        this.preferences = preferences;
        this.delivering = delivering;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "delivery-cycles";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                atMost -> preferences.due(now, atMost),
                kept -> kept.preference().accountId(),
                kept -> delivering.onCycle(kept, now));
    }
}

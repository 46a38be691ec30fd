package io.controlcenter.notification.paperless;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets changes of delivery take effect when their account's cycle comes. */
@Component
class DeliveryCycles implements DueWork {

    private final DeliveringBills delivering;

    DeliveryCycles(DeliveringBills delivering) {
        this.delivering = delivering;
    }

    @Override
    public String name() {
        return "delivery-cycles";
    }

    @Override
    public int doDue(Instant now) {
        return delivering.onCycle(now);
    }
}

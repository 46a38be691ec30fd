package io.controlcenter.order.inventory;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Marks services as disconnected once their stop date has come. */
@Component
class EndingServices implements DueWork {

    private final Inventory inventory;
    private final Calendars calendars;

    EndingServices(Inventory inventory, Calendars calendars) {
        this.inventory = inventory;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "end-services";
    }

    @Override
    public int doDue(Instant now) {
        return inventory.disconnectUntil(calendars.standard().dateOf(now));
    }
}

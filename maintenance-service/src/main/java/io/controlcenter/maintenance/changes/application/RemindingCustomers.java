package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reminds customers of windows that are near; one that is no longer scheduled has nothing to remind of. */
@Component
class RemindingCustomers implements DueWork {

    private final Gcrs gcrs;
    private final RunningGcrs running;
    private final OneByOne oneByOne;

    RemindingCustomers(Gcrs gcrs, RunningGcrs running, OneByOne oneByOne) {
        this.gcrs = gcrs;
        this.running = running;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "maintenance-reminders";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                atMost -> gcrs.remindable(now, atMost),
                GcrNumber::digits,
                number -> running.remind(number) instanceof Decision.Made);
    }
}

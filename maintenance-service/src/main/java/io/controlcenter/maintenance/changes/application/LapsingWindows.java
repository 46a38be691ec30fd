package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells customers when a window has passed in which nobody worked, so that none waits for what will not come. */
@Component
class LapsingWindows implements DueWork {

    private final Gcrs gcrs;
    private final RunningGcrs running;
    private final OneByOne oneByOne;

    LapsingWindows(Gcrs gcrs, RunningGcrs running, OneByOne oneByOne) {
        this.gcrs = gcrs;
        this.running = running;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "lapsing-windows";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                atMost -> gcrs.lapsing(now, atMost),
                GcrNumber::digits,
                number -> running.lapse(number) instanceof Decision.Made);
    }
}

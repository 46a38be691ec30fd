package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells customers when the end of a window has passed and the work goes on. */
@Component
class OverrunningWindows implements DueWork {

    private final Gcrs gcrs;
    private final RunningGcrs running;
    private final OneByOne oneByOne;

    OverrunningWindows(Gcrs gcrs, RunningGcrs running, OneByOne oneByOne) {
        this.gcrs = gcrs;
        this.running = running;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "overrunning-windows";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                atMost -> gcrs.overrunning(now, atMost),
                GcrNumber::digits,
                number -> running.overrun(number) instanceof Decision.Made);
    }
}

package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells customers when a window has passed in which nobody worked, so that none waits for what will not come. */
@Component
class LapsingWindows implements DueWork {

    private static final int AT_ONCE = 20;
    private final Gcrs gcrs;
    private final RunningGcrs running;
    private final TransactionTemplate transaction;

    LapsingWindows(Gcrs gcrs, RunningGcrs running, TransactionTemplate transaction) {
        this.gcrs = gcrs;
        this.running = running;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "lapsing-windows";
    }

    @Override
    public int doDue(Instant now) {
        var passed = transaction.execute(_ -> gcrs.lapsing(now, AT_ONCE));
        passed.forEach(running::lapse);
        return passed.size();
    }
}

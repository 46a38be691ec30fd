package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells customers when the end of a window has passed and the work goes on. */
@Component
class OverrunningWindows implements DueWork {

    private static final int AT_ONCE = 20;
    private final Gcrs gcrs;
    private final RunningGcrs running;
    private final TransactionTemplate transaction;

    OverrunningWindows(Gcrs gcrs, RunningGcrs running, TransactionTemplate transaction) {
        this.gcrs = gcrs;
        this.running = running;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "overrunning-windows";
    }

    @Override
    public int doDue(Instant now) {
        var over = transaction.execute(_ -> gcrs.overrunning(now, AT_ONCE));
        over.forEach(running::overrun);
        return over.size();
    }
}

package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds customers of windows that are near; one that is no longer scheduled has nothing to remind of. */
@Component
class RemindingCustomers implements DueWork {

    private static final int AT_ONCE = 20;
    private final Gcrs gcrs;
    private final RunningGcrs running;
    private final TransactionTemplate transaction;

    RemindingCustomers(Gcrs gcrs, RunningGcrs running, TransactionTemplate transaction) {
        this.gcrs = gcrs;
        this.running = running;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "maintenance-reminders";
    }

    @Override
    public int doDue(Instant now) {
        var due = transaction.execute(_ -> gcrs.remindable(now, AT_ONCE));
        due.forEach(running::remind);
        return due.size();
    }
}

package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.BillRun;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs bills: those whose cycle has begun by themselves, oldest first, and the runs that somebody asked for. All that a
 * run knows is in the database, so that it goes on after a kill, and several workers of several processes bill parts of
 * the same one: each claims accounts that no other one holds.
 */
@Component
public class RunningBills {

    private final BillRuns runs;
    private final Cycles cycles;
    private final BillingChunk chunk;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final int size;

    RunningBills(
            BillRuns runs,
            Cycles cycles,
            BillingChunk chunk,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock,
            InvoicingSettings settings) {
        this.runs = runs;
        this.cycles = cycles;
        this.chunk = chunk;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.size = settings.chunk();
    }

    /** @return 0 when nothing is left that this worker could do */
    int doDue(Instant now) {
        return doDue(now, size);
    }

    int doDue(Instant now, int chunkSize) {
        var run = transaction.execute(_ -> next(now));
        if (run.isEmpty()) {
            return 0;
        }
        var done = chunk.bill(run.get(), now, chunkSize);
        return done.accounts() > 0 ? done.accounts() : closed(run.get(), now);
    }

    private Optional<BillRun> next(Instant now) {
        var running = runs.running();
        var due = cycles.oldestDue(now);
        if (due.isEmpty() || (running.isPresent() && !running.get().cycleDate().isAfter(due.get()))) {
            return running;
        }
        return Optional.of(runs.openScheduled(due.get(), cycles.count(due.get(), now), now));
    }

    /** @return 0 when others still hold accounts of the run: it is asked again later */
    private int closed(BillRun run, Instant now) {
        return transaction.execute(_ -> {
            if (cycles.count(run.cycleDate(), now) == 0) {
                runs.complete(run.id(), now);
                return 1;
            }
            if (run.resumeAfter() > 0) {
                runs.startOver(run.id());
                return 1;
            }
            return 0;
        });
    }

    /** Asks for a run; the work begins at once and is done in steps. */
    @Transactional
    public BillRun request(LocalDate cycleDate, String by) {
        requireBegun(cycleDate);
        var now = clock.instant();
        var run = runs.open(BillRun.Kind.REQUESTED, cycleDate, by, cycles.count(cycleDate, now), now);
        audit.record(null, "bill-run.requested", "bill-run", run.runId(), null, run);
        return run;
    }

    /** What a run would bring. */
    @Transactional(readOnly = true)
    public BillRun.Progress tryOut(LocalDate cycleDate) {
        requireBegun(cycleDate);
        var now = clock.instant();
        var total = new BillRun.Progress(cycles.count(cycleDate, now), 0, 0, 0, 0);
        var after = 0L;
        while (true) {
            var done = chunk.tryOut(cycleDate, now, after, size);
            if (done.accounts() == 0) {
                return total;
            }
            after = done.lastAccount();
            total = total.plus(done.accounts(), done.invoices(), done.lines(), done.held());
        }
    }

    /** The day begins first at UTC+14. */
    private void requireBegun(LocalDate cycleDate) {
        if (cycleDate.isAfter(LocalDate.now(clock.withZone(ZoneOffset.ofHours(14))))) {
            throw Problem.unprocessable(
                    Violation.invalid("/cycleDate", "This day has not begun anywhere; bills are not run ahead."));
        }
    }
}

package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcr;
import io.controlcenter.maintenance.changes.domain.GcrEvent;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import io.controlcenter.maintenance.changes.domain.Outcome;
import io.controlcenter.maintenance.changes.domain.Whom;
import io.controlcenter.maintenance.changes.domain.Window;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every change of a GCR passes: found, checked against the version that the caller read, decided by the GCR, saved,
 * and written to impacts, log, outbox and audit trail, all in one transaction.
 *
 * <p>A GCR hits many enterprises, so the transaction is opened to all of them, also when the change manager named one:
 * nobody may be left untold because of it. Only provider staff and the clock get here.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GcrDesk {

    private final Gcrs gcrs;
    private final Impacts impacts;
    private final GcrLog log;
    private final GcrJournal journal;
    private final DiversityWatch diversity;
    private final AuditTrail audit;
    private final ScopedTransactionManager transactions;

    GcrDesk(
            Gcrs gcrs,
            Impacts impacts,
            GcrLog log,
            GcrJournal journal,
            DiversityWatch diversity,
            AuditTrail audit,
            ScopedTransactionManager transactions) {
        this.gcrs = gcrs;
        this.impacts = impacts;
        this.log = log;
        this.journal = journal;
        this.diversity = diversity;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A new GCR of this number, or of the next one, once its plan is made. */
    Decision open(@Nullable GcrNumber wanted, String by, Function<GcrNumber, Gcr> draft, Function<Gcr, Outcome> plan) {
        transactions.rescope(TenantScope.ALL);
        var gcr = draft.apply(wanted == null ? gcrs.nextNumber() : wanted);
        return added(gcr, plan.apply(gcr), by);
    }

    private Decision added(Gcr gcr, Outcome plan, String by) {
        return switch (plan) {
            case Outcome.Refused(var why) -> new Decision.Refused(why);
            case Outcome.Done(var events) ->
                gcrs.add(gcr)
                        .<Decision>map(added -> new Decision.Made(written(null, added, events, by)))
                        .orElseGet(() -> new Decision.NumberTaken(gcr.snapshot().number()));
        };
    }

    /** @param expected refuses a version that the caller did not read */
    Decision decide(GcrNumber number, LongConsumer expected, String by, Function<Gcr, Outcome> question) {
        transactions.rescope(TenantScope.ALL);
        var gcr = gcrs.find(number).orElseThrow(() -> Problem.notFound("The GCR " + number));
        var before = gcr.snapshot();
        expected.accept(before.version());
        return switch (question.apply(gcr)) {
            case Outcome.Refused(var why) -> new Decision.Refused(why);
            case Outcome.Done(var events)
            when events.isEmpty() && gcr.snapshot().equals(before) -> new Decision.Made(before);
            case Outcome.Done(var events) -> new Decision.Made(written(before, gcrs.save(gcr), events, by));
        };
    }

    private GcrSnapshot written(@Nullable GcrSnapshot before, GcrSnapshot after, List<GcrEvent> events, String by) {
        events.forEach(event -> write(after, event, by));
        diversity.changed(after.number());
        var what = events.isEmpty() ? "changed" : name(events.getLast());
        audit.record(null, "gcr." + what, "gcr", after.number().digits(), before, after);
        return after;
    }

    private static String name(GcrEvent event) {
        return event instanceof GcrEvent.Noticed noticed
                ? noticed.kind().name()
                : event.getClass().getSimpleName();
    }

    private void write(GcrSnapshot gcr, GcrEvent event, String by) {
        switch (event) {
            case GcrEvent.Planned _, GcrEvent.Reselected _ -> {
                // the services follow
            }
            case GcrEvent.Replanned _ -> impacts.spread(gcr.number(), primaries(gcr));
            case GcrEvent.WindowOpened(var window) -> impacts.open(gcr.number(), window);
            case GcrEvent.WindowRelieved(var window, var alternate) -> impacts.relieve(gcr.number(), window, alternate);
            case GcrEvent.OutcomeSet(var window, var from, var to) ->
                impacts.setOutcome(gcr.number(), window, from, to);
            case GcrEvent.UpdateAdded(var text) -> log.say(gcr, text, by);
            case GcrEvent.Noticed(var kind, var text, var whom) -> {
                log.say(gcr, text, by);
                tell(gcr, kind, whom);
            }
            case GcrEvent.ReminderDue(var window) -> tell(gcr, NoticeKind.REMINDER, new Whom.OfWindow(window));
        }
    }

    private void tell(GcrSnapshot gcr, NoticeKind kind, Whom whom) {
        var services = impacts.lines(gcr.number());
        var told = new Addressees(gcr.publishedSequence(), kind, whom).among(services);
        log.noticed(gcr, told);
        journal.tell(gcr, told, services);
    }

    static List<Integer> primaries(GcrSnapshot gcr) {
        return gcr.windows().stream()
                .filter(window -> window.kind() == Window.Kind.PRIMARY)
                .map(Window::number)
                .toList();
    }
}

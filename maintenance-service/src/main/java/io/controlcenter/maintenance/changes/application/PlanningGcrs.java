package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcr;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.NoticeRules;
import io.controlcenter.maintenance.changes.domain.Outcome;
import io.controlcenter.maintenance.changes.domain.Window;
import io.controlcenter.maintenance.changes.domain.Wish;
import io.controlcenter.maintenance.changes.domain.Work;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What a change manager decides of a GCR: its windows and its services, before anybody is told and after. */
@Service
@Transactional
public class PlanningGcrs {

    private final GcrDesk desk;
    private final Impacts impacts;
    private final NoticeRules rules;
    private final Clock clock;

    PlanningGcrs(GcrDesk desk, Impacts impacts, MaintenanceSettings settings, Clock clock) {
        this.desk = desk;
        this.impacts = impacts;
        this.rules = settings.rules();
        this.clock = clock;
    }

    /** @param number null for the next one */
    public Decision draft(
            @Nullable GcrNumber number, Work work, List<Wish> windows, List<Selection> services, String by) {
        var opened =
                desk.open(number, by, free -> Gcr.draft(free, work, clock.instant(), by), gcr -> plan(gcr, windows));
        return kept(withServices(opened, services));
    }

    private Outcome plan(Gcr gcr, List<Wish> windows) {
        return gcr.plan(windows, impacts.affected(gcr.snapshot().number()), rules, clock.instant());
    }

    public Decision setWindows(GcrNumber number, List<Wish> windows, LongConsumer expected, String by) {
        return desk.decide(number, expected, by, gcr -> plan(gcr, windows));
    }

    /** Replaces the services that the work hits; who was told of it, or is hit now, is told. */
    public Decision setServices(GcrNumber number, List<Selection> services, LongConsumer expected, String by) {
        var unknown = new ArrayList<Impacts.Unknown>();
        var decision = desk.decide(number, expected, by, gcr -> reselect(gcr, services, unknown));
        return kept(unknown.isEmpty() ? decision : new Decision.ServicesUnknown(unknown));
    }

    private Outcome reselect(Gcr gcr, List<Selection> services, List<Impacts.Unknown> unknown) {
        var outcome = gcr.reselect();
        var plan = gcr.snapshot();
        if (outcome instanceof Outcome.Refused) {
            return outcome;
        }
        if (plan.state() == GcrState.PLANNED) {
            unknown.addAll(impacts.replace(plan.number(), GcrDesk.primaries(plan), services));
            return outcome;
        }
        var next = plan.publishedSequence() + 1;
        var now = clock.instant();
        unknown.addAll(impacts.revise(plan.number(), toCome(plan), services, next, now));
        return gcr.revise(impacts.revision(plan.number(), next, now), rules, now);
    }

    private static List<Integer> toCome(GcrSnapshot gcr) {
        var states = List.of(GcrState.TENTATIVE, GcrState.SCHEDULED, GcrState.POSTPONED);
        return gcr.windows().stream()
                .filter(window -> states.contains(window.state()))
                .map(Window::number)
                .toList();
    }

    private Decision withServices(Decision decision, List<Selection> services) {
        if (!(decision instanceof Decision.Made(var gcr))) {
            return decision;
        }
        var unknown = impacts.replace(gcr.number(), GcrDesk.primaries(gcr), services);
        return unknown.isEmpty() ? decision : new Decision.ServicesUnknown(unknown);
    }

    /** What cannot be kept whole is not kept at all. */
    private static Decision kept(Decision decision) {
        if (!(decision instanceof Decision.Made)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return decision;
    }
}

package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcr;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Work;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What a change manager does before anybody is told. */
@Service
@Transactional
public class PlanningGcrs {

    private final GcrDesk desk;
    private final Impacts impacts;
    private final Clock clock;

    PlanningGcrs(GcrDesk desk, Impacts impacts, Clock clock) {
        this.desk = desk;
        this.impacts = impacts;
        this.clock = clock;
    }

    /** @param number null for the next one */
    public Decision draft(
            @Nullable GcrNumber number, Work work, List<Gcr.Wish> windows, List<Selection> services, String by) {
        var opened =
                desk.open(number, by, free -> Gcr.draft(free, work, clock.instant(), by), gcr -> gcr.plan(windows));
        return kept(withServices(opened, services));
    }

    public Decision setWindows(GcrNumber number, List<Gcr.Wish> windows, LongConsumer expected, String by) {
        return desk.decide(number, expected, by, gcr -> gcr.plan(windows));
    }

    /** Replaces the services that the work hits. */
    public Decision setServices(GcrNumber number, List<Selection> services, LongConsumer expected, String by) {
        return kept(withServices(desk.decide(number, expected, by, Gcr::reselect), services));
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
        if (decision instanceof Decision.ServicesUnknown) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return decision;
    }
}

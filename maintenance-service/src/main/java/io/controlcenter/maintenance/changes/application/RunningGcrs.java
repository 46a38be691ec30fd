package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcr;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Move;
import io.controlcenter.maintenance.changes.domain.NoticeRules;
import io.controlcenter.maintenance.changes.domain.Outcome;
import io.controlcenter.maintenance.changes.domain.Refusal;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** From the first notice to the end of the work; whoever is hit hears of every step. */
@Service
@Transactional
public class RunningGcrs {

    private static final String CLOCK = "Control Center";
    private final GcrDesk desk;
    private final Impacts impacts;
    private final NoticeRules rules;
    private final Clock clock;

    /** An action on a GCR: which, what the caller read of it, what to say about it, and who acts. */
    public record Action(
            GcrNumber number,
            LongConsumer expected,
            @Nullable String reason,
            String by) {}

    RunningGcrs(GcrDesk desk, Impacts impacts, MaintenanceSettings settings, Clock clock) {
        this.desk = desk;
        this.impacts = impacts;
        this.rules = settings.rules();
        this.clock = clock;
    }

    private Decision decide(Action action, Function<Gcr, Outcome> question) {
        return desk.decide(action.number(), action.expected(), action.by(), question);
    }

    public Decision propose(Action action) {
        return decide(action, gcr -> gcr.propose(impacts.affected(action.number()), rules, clock.instant()));
    }

    public Decision confirm(Action action) {
        return decide(action, gcr -> gcr.confirm(impacts.affected(action.number()), rules, clock.instant()));
    }

    public Decision reschedule(Action action, List<Move> moves) {
        return decide(
                action,
                gcr -> gcr.reschedule(
                        moves, action.reason(), impacts.affected(action.number()), rules, clock.instant()));
    }

    public Decision postpone(Action action) {
        return decide(action, gcr -> gcr.postpone(action.reason(), clock.instant()));
    }

    public Decision cancel(Action action) {
        return decide(action, gcr -> gcr.cancel(action.reason(), clock.instant()));
    }

    public Decision start(Action action) {
        return decide(action, gcr -> gcr.start(rules, clock.instant()));
    }

    /** @param exceptions services that came to another end than the rest */
    public Decision complete(Action action, List<ServiceException> exceptions) {
        var unknown = new ArrayList<Impacts.Unknown>();
        var decision = decide(action, gcr -> complete(gcr, exceptions, unknown));
        var answer = unknown.isEmpty() ? decision : new Decision.ServicesUnknown(unknown);
        if (!(answer instanceof Decision.Made)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return answer;
    }

    private Outcome complete(Gcr gcr, List<ServiceException> exceptions, List<Impacts.Unknown> unknown) {
        var plan = gcr.snapshot();
        var leftOver = exceptions.stream().anyMatch(one -> one.outcome() == ServiceOutcome.ALTERNATE_WINDOW);
        var running = plan.windows().stream()
                .filter(window -> window.state() == GcrState.IN_PROGRESS)
                .findFirst();
        if (running.isPresent()) {
            unknown.addAll(except(plan.number(), running.get().number(), exceptions));
            if (!impacts.isPending(plan.number(), running.get().number())) {
                return Outcome.refused(new Refusal.NothingCompleted());
            }
        }
        return gcr.complete(leftOver, rules, clock.instant());
    }

    private List<Impacts.Unknown> except(GcrNumber gcr, int window, List<ServiceException> exceptions) {
        var unknown = new ArrayList<Impacts.Unknown>();
        for (int i = 0; i < exceptions.size(); i++) {
            var ids = exceptions.get(i).serviceIds();
            for (var position :
                    impacts.except(gcr, window, ids, exceptions.get(i).outcome())) {
                unknown.add(new Impacts.Unknown(
                        "/" + i + "/serviceIds/" + position, "the service " + ids.get(position) + " in this window"));
            }
        }
        return unknown;
    }

    public Decision notComplete(Action action) {
        return decide(action, gcr -> gcr.notComplete(action.reason(), clock.instant()));
    }

    public Decision invokeAlternate(Action action) {
        return decide(action, gcr -> gcr.invokeAlternate(action.reason(), rules, clock.instant()));
    }

    public Decision say(Action action, String text) {
        return decide(action, gcr -> gcr.say(text));
    }

    Decision overrun(GcrNumber number) {
        return desk.decide(number, _ -> {}, CLOCK, gcr -> gcr.overrun(clock.instant()));
    }

    Decision lapse(GcrNumber number) {
        return desk.decide(number, _ -> {}, CLOCK, gcr -> gcr.lapse(clock.instant()));
    }

    Decision remind(GcrNumber number) {
        return desk.decide(number, _ -> {}, CLOCK, gcr -> gcr.remind(rules, clock.instant()));
    }
}

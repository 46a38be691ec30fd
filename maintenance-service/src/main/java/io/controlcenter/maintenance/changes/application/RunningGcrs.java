package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Gcr;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Move;
import io.controlcenter.maintenance.changes.domain.NoticeRules;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

    private Decision decide(
            Action action,
            java.util.function.Function<Gcr, io.controlcenter.maintenance.changes.domain.Outcome> question) {
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
        return decide(action, gcr -> gcr.start(clock.instant()));
    }

    public Decision complete(Action action) {
        return decide(action, gcr -> gcr.complete(clock.instant()));
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

    Decision remind(GcrNumber number) {
        return desk.decide(number, _ -> {}, CLOCK, gcr -> gcr.remind(rules, clock.instant()));
    }
}

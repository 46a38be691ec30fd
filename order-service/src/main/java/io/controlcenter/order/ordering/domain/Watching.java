package io.controlcenter.order.ordering.domain;

import java.util.ArrayList;
import java.util.List;

/** Jeopardy, which the care manager flags with a plan, and escalation, which takes an order to higher people. */
public final class Watching {

    private final Sheet sheet;

    Watching(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Raises the flag, or says more of it. */
    public Outcome endanger(Jeopardy jeopardy) {
        if (sheet.state == OrderState.DRAFT || sheet.state.isTerminal()) {
            return sheet.notNow("in jeopardy");
        }
        var events = new ArrayList<OrderEvent>();
        raise(jeopardy, events);
        return new Outcome.Done(events);
    }

    void raise(Jeopardy jeopardy, List<OrderEvent> events) {
        var before = sheet.progress.jeopardy();
        var since = before != null && before.code() == jeopardy.code() ? before.since() : jeopardy.since();
        var now = new Jeopardy(jeopardy.code(), jeopardy.level(), jeopardy.reason(), jeopardy.plan(), since);
        if (!now.equals(before)) {
            sheet.progress = sheet.progress.in(now);
            events.add(new OrderEvent.JeopardyRaised(now));
        }
    }

    public Outcome clear() {
        if (sheet.progress.jeopardy() == null) {
            return Sheet.refused(new Refusal.NoJeopardy());
        }
        var events = new ArrayList<OrderEvent>();
        sheet.clearJeopardy(events);
        return new Outcome.Done(events);
    }

    /** Takes the order one step higher at the customer escalations desk: CCM manager, director, vice president. */
    public Outcome escalate(String reason) {
        if (sheet.state == OrderState.DRAFT || sheet.state.isTerminal()) {
            return sheet.notNow("escalated");
        }
        var reached = sheet.progress.escalation();
        var next = reached == null ? Escalation.Level.CCM_MANAGER : reached.next();
        if (next == null) {
            return Sheet.refused(new Refusal.EscalatedToTheTop());
        }
        sheet.progress = sheet.progress.escalated(next);
        return Outcome.done(new OrderEvent.Escalated(new Escalation(next, reason)));
    }
}

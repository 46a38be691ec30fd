package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A repair ticket from open to close (domain b.3). It decides what may happen to it and says what did; it knows no clock
 * but the times that it is told, no database and no web. Refused, it has not changed.
 */
public final class Ticket {

    private final TicketSnapshot origin;
    private TicketState state;
    private Priority priority;
    private Report report;
    private List<Accountability> accountable;
    private Efforts efforts;
    private @Nullable Resolution resolution;
    private Timing timing;
    private List<Link> links;
    private Escalation escalation;
    private @Nullable Instant endedAt;

    private Ticket(TicketSnapshot origin) {
        this.origin = origin;
        this.state = origin.state();
        this.priority = origin.priority();
        this.report = origin.report();
        this.accountable = origin.accountable();
        this.efforts = origin.efforts();
        this.resolution = origin.resolution();
        this.timing = new Timing(origin.clock(), origin.pauses());
        this.links = origin.links();
        this.escalation = origin.escalation();
        this.endedAt = origin.endedAt();
    }

    public static Ticket of(TicketSnapshot snapshot) {
        return new Ticket(snapshot);
    }

    public TicketSnapshot snapshot() {
        return new TicketSnapshot(
                origin.ticketNumber(),
                origin.enterpriseId(),
                origin.accountId(),
                origin.origin(),
                state,
                priority,
                report,
                accountable,
                efforts,
                resolution,
                timing.clock(),
                timing.pauses(),
                links,
                escalation,
                origin.openedAt(),
                origin.openedBy(),
                endedAt,
                origin.version());
    }

    /** Makes a technician accountable, alone: whoever was before is no longer (handbook S35). */
    public Outcome assign(Technician to, @Nullable String reason, Instant at) {
        return step(Step.ASSIGN, next -> {
            if (to.equals(technician())) {
                return Outcome.done();
            }
            var events = new ArrayList<TicketEvent>();
            events.add(handOver(to, reason, at));
            if (next != state) {
                events.add(move(next, null));
            }
            return new Outcome.Done(events);
        });
    }

    /** A technician takes a ticket for which nobody answers yet; of two at once, one gets it. */
    public Outcome claim(Technician self, Instant at) {
        var now = technician();
        return now == null || now.userId().equals(self.userId())
                ? assign(self, null, at)
                : Outcome.refused(new Refusal.ClaimedAlready(now));
    }

    @Nullable
    Technician technician() {
        return accountable.isEmpty() ? null : accountable.getLast().technician();
    }

    private TicketEvent handOver(Technician to, @Nullable String reason, Instant at) {
        var previous = technician();
        accountable = Accountability.handOver(accountable, to, reason, at);
        return new TicketEvent.TechnicianAssigned(to, previous, reason);
    }

    /**
     * Work starts, or resumes after the customer rejected the fix.
     *
     * @param self the technician who starts, who becomes accountable if nobody is; null for anybody else
     */
    public Outcome startWork(@Nullable Technician self, Instant at) {
        return step(Step.START_WORK, next -> {
            var events = new ArrayList<TicketEvent>();
            if (technician() == null) {
                if (self == null) {
                    return Outcome.refused(new Refusal.TechnicianMissing());
                }
                events.add(handOver(self, null, at));
            }
            events.add(move(next, null));
            return new Outcome.Done(events);
        });
    }

    /** The provider needs something of the customer; the clock stops. */
    public Outcome pend(String note, Instant at) {
        return step(Step.PEND, next -> {
            if (note.isBlank()) {
                return Outcome.refused(new Refusal.WordsMissing("/note"));
            }
            timing = timing.pause(Pause.Kind.CUSTOMER, note, at);
            return Outcome.done(move(next, note));
        });
    }

    public Outcome resume(@Nullable String note, Instant at) {
        return step(Step.RESUME, next -> {
            timing = timing.resume(at);
            return Outcome.done(move(next, note));
        });
    }

    /** The provider says that the service works again; the customer checks. */
    public Outcome resolve(@Nullable RootCause cause, String note, Instant at) {
        return step(Step.RESOLVE, next -> {
            if (cause == null || note.isBlank()) {
                return Outcome.refused(new Refusal.WordsMissing(cause == null ? "/rootCause" : "/note"));
            }
            return new Outcome.Done(resolved(next, new Resolution(cause, note, at)));
        });
    }

    List<TicketEvent> resolved(TicketState next, Resolution how) {
        resolution = how;
        timing = timing.restored(how.at());
        return List.of(move(next, null), new TicketEvent.Resolved(how));
    }

    public Outcome close(Instant at) {
        return close(false, at);
    }

    /** Closes a ticket whose resolution nobody answered. */
    public Outcome closeUnanswered(Duration silence, Instant at) {
        if (resolution == null || resolution.at().plus(silence).isAfter(at)) {
            return notNow(Step.CLOSE);
        }
        return close(true, at);
    }

    private Outcome close(boolean byItself, Instant at) {
        return step(Step.CLOSE, next -> {
            end(at);
            return Outcome.done(move(next, null), new TicketEvent.Closed(byItself));
        });
    }

    private void end(Instant at) {
        timing = timing.end(at);
        endedAt = at;
    }

    /** The customer does not find it fixed. The same technician stays accountable, and the clock goes on. */
    public Outcome reopen(String reason, Instant at) {
        return step(Step.REOPEN, next -> {
            if (reason.isBlank()) {
                return Outcome.refused(new Refusal.WordsMissing("/reason"));
            }
            resolution = null;
            timing = timing.resume(at);
            return Outcome.done(move(next, reason), new TicketEvent.Reopened(reason));
        });
    }

    /** The customer asks for cancellation; the provider looks whether anything has to be finished first. */
    public Outcome cancel(@Nullable String reason, Instant at) {
        return step(Step.CANCEL, next -> {
            timing = timing.pause(Pause.Kind.CANCELLATION, "The customer asked for cancellation", at);
            return Outcome.done(move(next, reason));
        });
    }

    public Outcome confirmCancellation(Instant at) {
        return step(Step.CONFIRM_CANCELLATION, next -> {
            end(at);
            return Outcome.done(move(next, null), new TicketEvent.Cancelled());
        });
    }

    /** @param level the level asked for; null for the next one, which is the only one possible */
    public Outcome escalate(
            @Nullable Integer level, String reason, boolean callBack, EscalationPolicy policy, Instant at) {
        return step(Step.ESCALATE, _ -> {
            var refusal = escalation.refusal(level, policy, at);
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
            escalation = escalation.up(at);
            return Outcome.done(new TicketEvent.Escalated(escalation.level(), reason, callBack));
        });
    }

    /** @param target the time to restore that the new priority aims at */
    public Outcome prioritise(Priority to, Duration target, String note, Instant at) {
        return step(Step.AMEND, _ -> {
            if (note.isBlank()) {
                return Outcome.refused(new Refusal.WordsMissing("/note"));
            }
            if (to == priority) {
                return Outcome.done();
            }
            var from = priority;
            priority = to;
            timing = timing.aimAt(target, at);
            return Outcome.done(new TicketEvent.PriorityChanged(from, to, note));
        });
    }

    public Outcome amend(Report to) {
        return step(Step.AMEND, _ -> {
            var changed = report.differences(to);
            report = to;
            return changed.isEmpty() ? Outcome.done() : Outcome.done(new TicketEvent.Amended(changed));
        });
    }

    /** A note; what the customer writes while the provider waits for it is the answer, and work resumes. */
    public Outcome note(Note note, Person by, Instant at) {
        return step(Step.NOTE, _ -> {
            var added = new TicketEvent.NoteAdded(note);
            if (state == TicketState.PENDING && by.side() == Person.Side.CUSTOMER) {
                timing = timing.resume(at);
                return Outcome.done(added, move(TicketState.IN_PROGRESS, null));
            }
            return Outcome.done(added);
        });
    }

    /** Gives the highest warning that the clock justifies and that was not given. */
    public Outcome warn(Instant at) {
        var clock = timing.clock();
        var percent = clock.reachedPercent(at);
        if (clock.runningSince() == null || percent <= clock.toldPercent()) {
            return Outcome.done();
        }
        timing = timing.told(percent);
        return Outcome.done(new TicketEvent.RestoreTargetAtRisk(percent));
    }

    /** Monitoring says once more what this ticket is about. */
    public Outcome alarm(Alarm alarm) {
        return step(Step.NOTE, _ -> Outcome.done(new TicketEvent.AlarmRepeated(alarm)));
    }

    public Outcome attach(UUID attachmentId, String name) {
        return step(Step.ATTACH, _ -> Outcome.done(new TicketEvent.Attached(attachmentId, name)));
    }

    /** From now on it follows planned work or an incident; asking twice is fine. */
    public Outcome link(Link.Type type, String id, Instant at) {
        return step(Step.LINK, _ -> {
            if (links.stream().anyMatch(link -> link.isTo(type, id))) {
                return Outcome.done();
            }
            var link = new Link(type, id, at);
            links = Stream.concat(links.stream(), Stream.of(link)).toList();
            return Outcome.done(new TicketEvent.Linked(link));
        });
    }

    /** A test, or help by others; whoever helps, the accountable technician stays the same (handbook S36). */
    public Outcome undertake(Effort effort, Instant at) {
        return step(effort.step(), _ -> switch (efforts.take(effort, report, at)) {
            case Efforts.Taken.Refused(var why) -> Outcome.refused(why);
            case Efforts.Taken.Made(var more, var event) -> {
                efforts = more;
                yield Outcome.done(event);
            }
        });
    }

    private Outcome step(Step step, Function<TicketState, Outcome> then) {
        return state.after(step).map(then).orElseGet(() -> notNow(step));
    }

    TicketState state() {
        return state;
    }

    Timing timing() {
        return timing;
    }

    void keep(Timing changed) {
        timing = changed;
    }

    TicketEvent move(TicketState to, @Nullable String reason) {
        var from = state;
        state = to;
        return new TicketEvent.StateChanged(from, to, reason);
    }

    private Outcome notNow(Step step) {
        return Outcome.refused(new Refusal.NotInThisState(step, state));
    }
}

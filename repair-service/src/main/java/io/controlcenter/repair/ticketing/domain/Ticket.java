package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A repair ticket from open to close (domain b.3). It decides what may happen to it and says what did; it knows no clock
 * but the times that it is told, no database and no web. Refused, it has not changed.
 */
public final class Ticket {

    private final TicketSnapshot origin;
    private Course course;
    private Priority priority;
    private Report report;
    private List<Accountability> accountable;
    private Efforts efforts;
    private List<Link> links;
    private Escalation escalation;

    private Ticket(TicketSnapshot origin) {
        this.origin = origin;
        this.course = new Course(
                origin.state(), new Timing(origin.clock(), origin.pauses()), origin.resolution(), origin.endedAt());
        this.priority = origin.priority();
        this.report = origin.report();
        this.accountable = origin.accountable();
        this.efforts = origin.efforts();
        this.links = origin.links();
        this.escalation = origin.escalation();
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
                course.state(),
                priority,
                report,
                accountable,
                efforts,
                course.resolution(),
                course.timing().clock(),
                course.timing().pauses(),
                links,
                escalation,
                origin.openedAt(),
                origin.openedBy(),
                course.endedAt(),
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
            if (next != course.state()) {
                events.addAll(take(course.in(next)));
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
            events.addAll(take(course.in(next)));
            return new Outcome.Done(events);
        });
    }

    /** The provider needs something of the customer; the clock stops. */
    public Outcome pend(String note, Instant at) {
        return go(course.pend(note, at));
    }

    public Outcome resume(@Nullable String note, Instant at) {
        return go(course.resume(note, at));
    }

    /** The provider says that the service works again; the customer checks. */
    public Outcome resolve(@Nullable RootCause cause, String note, Instant at) {
        return go(course.resolve(cause, note, at));
    }

    public Outcome close(Instant at) {
        return go(course.close(at));
    }

    /** Closes a ticket whose resolution nobody answered. */
    public Outcome closeUnanswered(Duration silence, Instant at) {
        return go(course.closeUnanswered(silence, at));
    }

    /** The customer does not find it fixed. The same technician stays accountable, and the clock goes on. */
    public Outcome reopen(String reason, Instant at) {
        return go(course.reopen(reason, at));
    }

    /** The customer asks for cancellation; the provider looks whether anything has to be finished first. */
    public Outcome cancel(@Nullable String reason, Instant at) {
        return go(course.cancel(reason, at));
    }

    public Outcome confirmCancellation(Instant at) {
        return go(course.confirmCancellation(at));
    }

    /** Gives the highest warning that the clock justifies and that was not given. */
    public Outcome warn(Instant at) {
        return go(course.warn(at));
    }

    /** @param level the level asked for; null for the next one, which is the only one possible */
    public Outcome escalate(
            @Nullable Integer level, String reason, boolean callBack, EscalationPolicy policy, Instant at) {
        return step(
                Step.ESCALATE,
                _ -> part(escalation.raise(level, reason, callBack, policy, at), raised -> escalation = raised));
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
            keep(course.timing().aimAt(target, at));
            return Outcome.done(new TicketEvent.PriorityChanged(from, to, note));
        });
    }

    public Outcome amend(Report to) {
        return step(Step.AMEND, _ -> part(report.amended(to), amended -> report = amended));
    }

    /** A note; what the customer writes while the provider waits for it is the answer, and work resumes. */
    public Outcome note(Note note, Person by, Instant at) {
        return step(Step.NOTE, _ -> {
            var events = new ArrayList<TicketEvent>(List.of(new TicketEvent.NoteAdded(note)));
            if (by.side() == Person.Side.CUSTOMER && course.resume(null, at) instanceof Taken.Made<Course> answered) {
                events.addAll(take(answered));
            }
            return new Outcome.Done(events);
        });
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
        return step(Step.LINK, _ -> part(new Link(type, id, at).addedTo(links), more -> links = more));
    }

    /** A test, or help by others; whoever helps, the accountable technician stays the same (handbook S36). */
    public Outcome undertake(Effort effort, Instant at) {
        return step(effort.step(), _ -> part(efforts.take(effort, report, at), more -> efforts = more));
    }

    private Outcome step(Step step, Function<TicketState, Outcome> then) {
        return course.state().after(step).map(then).orElseGet(() -> Outcome.refused(course.notNow(step)));
    }

    private Outcome go(Taken<Course> taken) {
        return part(taken, further -> course = further);
    }

    private static <P> Outcome part(Taken<P> taken, Consumer<P> kept) {
        return switch (taken) {
            case Taken.Refused<P>(var why) -> Outcome.refused(why);
            case Taken.Made<P>(var part, var events) -> {
                kept.accept(part);
                yield new Outcome.Done(events);
            }
        };
    }

    List<TicketEvent> take(Taken.Made<Course> made) {
        course = made.part();
        return made.events();
    }

    void keep(Timing changed) {
        course = course.with(changed);
    }

    Course course() {
        return course;
    }
}

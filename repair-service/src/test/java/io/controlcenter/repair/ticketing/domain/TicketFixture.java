package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Tickets in every state. */
final class TicketFixture {

    static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    static final Duration CRITICAL_TARGET = Duration.ofHours(4);
    static final Duration LOW_TARGET = Duration.ofDays(3);
    static final EscalationPolicy LEVELS = new EscalationPolicy(5, Duration.ofHours(1));
    static final Person CUSTOMER = new Person("u-1", "Ada Buyer", Person.Side.CUSTOMER);
    static final Person PROVIDER = new Person("t-1", "Tessa Tech", Person.Side.PROVIDER);
    static final Technician TECHNICIAN = new Technician("t-1", "Tessa Tech", "+1 555 0300", "tech@provider.example");
    static final Technician OTHER = new Technician("t-2", "Theo Tech", null, "theo@provider.example");
    static final RootCause CUT = new RootCause(RootCause.Code.FIBER_CUT, RootCause.Party.PROVIDER, "A digger.");

    static final FixAgent COLLEAGUE = new FixAgent(
            new UUID(0, 2),
            FixAgent.Kind.INTERNAL_TECHNICIAN,
            "Optical team",
            null,
            null,
            null,
            FixAgent.State.REQUESTED);

    private TicketFixture() {}

    static Report report() {
        return report(Authorisations.NONE, Contact.Role.REPORTER);
    }

    static Report report(Authorisations authorisations, Contact.Role... contacts) {
        return new Report(
                Kind.REPAIR,
                "S-1",
                "ET-1",
                "No light on port 2.",
                ObservedImpact.DOWN,
                null,
                Stream.of(contacts)
                        .map(role -> new Contact(role, "Ada Buyer", "ada@acme.example", null))
                        .toList(),
                authorisations,
                null,
                null,
                List.of(),
                Severity.AFFECTS_SERVICE,
                false);
    }

    static Ticket opened() {
        return opened(report());
    }

    static Ticket opened(Report report) {
        return Ticket.of(TicketSnapshot.open(
                "T-1",
                "ENT-1",
                "A-1",
                new Opening(report, Origin.CUSTOMER, Opening.priority(report, false), CRITICAL_TARGET),
                CUSTOMER,
                NOW));
    }

    /** With a colleague called in already, so that there is something to tell of. */
    private static Ticket helped() {
        var open = opened().snapshot();
        return Ticket.of(new TicketSnapshot(
                open.ticketNumber(),
                open.enterpriseId(),
                open.accountId(),
                open.origin(),
                open.state(),
                open.priority(),
                open.report(),
                open.accountable(),
                new Efforts(List.of(), List.of(COLLEAGUE)),
                open.resolution(),
                open.clock(),
                open.pauses(),
                open.links(),
                open.escalation(),
                open.openedAt(),
                open.openedBy(),
                open.endedAt(),
                open.version()));
    }

    static Ticket in(TicketState state) {
        var ticket = helped();
        if (state != TicketState.ACKNOWLEDGED) {
            done(ticket.assign(TECHNICIAN, null, NOW));
        }
        switch (state) {
            case ACKNOWLEDGED, ASSIGNED -> {}
            case ASSESSING_CANCELLATION -> done(ticket.cancel(null, NOW));
            case CANCELLED -> {
                done(ticket.cancel(null, NOW));
                done(ticket.confirmCancellation(NOW));
            }
            case IN_PROGRESS, PENDING, RESOLVED, REOPENED, CLOSED -> work(ticket, state);
        }
        if (ticket.snapshot().state() != state) {
            throw new IllegalStateException("The fixture does not reach " + state);
        }
        return ticket;
    }

    private static void work(Ticket ticket, TicketState state) {
        done(ticket.startWork(null, NOW));
        if (state == TicketState.PENDING) {
            done(ticket.pend("Please let us in.", NOW));
        } else if (state != TicketState.IN_PROGRESS) {
            done(ticket.resolve(CUT, "Spliced.", NOW));
            if (state == TicketState.CLOSED) {
                done(ticket.close(NOW));
            } else if (state == TicketState.REOPENED) {
                done(ticket.reopen("Still dark.", NOW));
            }
        }
    }

    static List<TicketEvent> done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var events) -> events;
            case Outcome.Refused(var why) -> throw new IllegalStateException(why.toString());
        };
    }
}

package io.controlcenter.repair.rfo;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.TicketState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a customer's question why a service was out to the document that answers it. */
@Service
@Transactional
class AnsweringRfos {

    private static final String TOPIC = "repair.rfo.v1";

    private final RfoRequests requests;
    private final ReadingTickets tickets;
    private final RfoDocuments documents;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AnsweringRfos(
            RfoRequests requests,
            ReadingTickets tickets,
            RfoDocuments documents,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.tickets = tickets;
        this.documents = documents;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    RfoRequest request(String ticketNumber, String reason, List<RfoRequest.Recipient> contacts, String by) {
        var ticket = ticket(ticketNumber);
        refusal(ticket).ifPresent(why -> {
            throw Problem.conflict("rfo-not-possible", why)
                    .with("state", ticket.state().wire());
        });
        requests.present(ticketNumber).ifPresent(number -> {
            throw Problem.conflict("rfo-requested-already", "This was asked for already, as " + number + ".")
                    .with("rfoNumber", number)
                    .with("href", "/api/v1/rfo-requests/" + number);
        });
        var request = new RfoRequest(
                requests.nextNumber(),
                ticket.enterpriseId(),
                ticket.accountId(),
                ticketNumber,
                ticket.report().serviceId(),
                ticket.report().circuitId(),
                reason,
                contacts,
                RfoState.REQUESTED,
                clock.instant(),
                by,
                null,
                null,
                null,
                null,
                1);
        requests.add(request);
        audit.record(request.enterpriseId(), "rfo.Requested", "rfo", request.rfoNumber(), null, request);
        return request;
    }

    private TicketSnapshot ticket(String ticketNumber) {
        return tickets.find(ticketNumber).orElseThrow(() -> Problem.notFound("The ticket " + ticketNumber));
    }

    /** Only of a closed ticket, for an outage that was the provider's (domain b.3, rule 9). */
    private static Optional<String> refusal(TicketSnapshot ticket) {
        var resolution = ticket.resolution();
        if (ticket.state() != TicketState.CLOSED || resolution == null) {
            return Optional.of("A reason for outage is given once the ticket is closed.");
        }
        if (resolution.rootCause().party() != RootCause.Party.PROVIDER) {
            return Optional.of("The cause was not the provider's; the ticket says what it was.");
        }
        return ticket.report().observedImpact().isOutage()
                ? Optional.empty()
                : Optional.of("The service was impaired but not out.");
    }

    RfoRequest prepare(String rfoNumber, LongConsumer expected, String by) {
        return move(rfoNumber, RfoState.IN_PREPARATION, expected, request -> request.prepared(by), null);
    }

    RfoRequest decline(String rfoNumber, String because, LongConsumer expected) {
        return move(rfoNumber, RfoState.DECLINED, expected, request -> request.declined(because), null);
    }

    RfoRequest deliver(String rfoNumber, RfoRequest.Finding finding, LongConsumer expected) {
        var now = clock.instant();
        var delivered = move(
                rfoNumber,
                RfoState.DELIVERED,
                expected,
                request -> request.delivered(finding, now),
                request -> documents.write(request, ticket(request.ticketNumber())));
        outbox.append(new OutboxEvent(
                TOPIC,
                "repair.rfo.delivered.v1",
                rfoNumber,
                delivered.enterpriseId(),
                delivered.accountId(),
                delivered.version(),
                new Delivered(
                        rfoNumber,
                        delivered.ticketNumber(),
                        delivered.accountId(),
                        delivered.serviceId(),
                        delivered.contacts().stream()
                                .map(contact -> new Contact(contact.name(), contact.email(), contact.phone()))
                                .toList(),
                        "/api/v1/rfo-requests/" + rfoNumber + "/document",
                        now)));
        return delivered;
    }

    private interface Writing {
        RfoRequests.Document write(RfoRequest request);
    }

    private RfoRequest move(
            String rfoNumber,
            RfoState to,
            LongConsumer expected,
            UnaryOperator<RfoRequest> change,
            @Nullable Writing writing) {
        var before = requests.find(rfoNumber).orElseThrow(() -> Problem.notFound("The RFO request " + rfoNumber));
        expected.accept(before.version());
        if (!before.state().next().contains(to)) {
            throw Problem.conflict(
                            "rfo-not-in-this-state",
                            "A request that is %s does not become %s.".formatted(before.state(), to))
                    .with("state", before.state())
                    .with("possible", before.state().next().stream().sorted().toList());
        }
        var after = change.apply(before);
        requests.save(after, writing == null ? null : writing.write(after));
        audit.record(after.enterpriseId(), "rfo." + to, "rfo", rfoNumber, before, after);
        return after;
    }

    /** The data of {@code repair.rfo.delivered.v1}. */
    record Delivered(
            String rfoNumber,
            String ticketNumber,
            String accountId,
            String serviceId,
            List<Contact> contacts,
            String documentPath,
            Instant at) {}

    record Contact(String name, String email, @Nullable String phone) {}
}

package io.controlcenter.repair.chronic;

import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import io.controlcenter.repair.chronic.ChronicFindings.Closed;
import io.controlcenter.repair.chronic.ChronicFindings.Scope;
import io.controlcenter.repair.ticketing.application.OpeningTickets;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.Authorisations;
import io.controlcenter.repair.ticketing.domain.Kind;
import io.controlcenter.repair.ticketing.domain.Report;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at each ticket once it is closed, for only then its cause is known: where it is one too many on its circuit or at
 * its site, the tickets are flagged, a chronic one is opened and whom it concerns is told.
 */
@Component
class DetectingChronicTrouble implements DueWork {

    private final ChronicFindings findings;
    private final ChronicSettings rules;
    private final OpeningTickets opening;
    private final ReadingTickets reading;
    private final Outbox outbox;
    private final OneByOne oneByOne;

    DetectingChronicTrouble(
            ChronicFindings findings,
            ChronicSettings rules,
            OpeningTickets opening,
            ReadingTickets reading,
            Outbox outbox,
            OneByOne oneByOne) {
        this.findings = findings;
        this.rules = rules;
        this.opening = opening;
        this.reading = reading;
        this.outbox = outbox;
        this.oneByOne = oneByOne;
    }

    /** The data of {@code repair.chronic.detected.v1}. */
    record Detected(
            String accountId,
            String scope,
            String serviceId,
            String circuitId,
            @Nullable String site,
            List<String> ticketNumbers,
            String chronicTicket,
            Instant at) {}

    @Override
    public String name() {
        return "detect-chronic-trouble";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, findings::unexamined, Closed::ticketNumber, ticket -> examine(ticket, now));
    }

    /** False when another replica was faster. */
    private boolean examine(Closed last, Instant now) {
        if (!findings.examined(last.ticketNumber())) {
            return false;
        }
        var since = last.openedAt().minus(rules.within());
        var onCircuit = findings.counting(Scope.CIRCUIT, last, since, rules);
        if (onCircuit.size() >= rules.tickets()) {
            found(Scope.CIRCUIT, last, onCircuit, now);
        }
        if (last.siteId() != null) {
            var atSite = findings.counting(Scope.SITE, last, since, rules);
            var circuits = atSite.stream().map(Closed::circuitId).distinct().count();
            if (atSite.size() >= rules.tickets() && circuits > 1) {
                found(Scope.SITE, last, atSite, now);
            }
        }
        return true;
    }

    private void found(Scope scope, Closed last, List<Closed> tickets, Instant now) {
        var numbers = tickets.stream().map(Closed::ticketNumber).toList();
        var chronic = findings.openChronicTicket(last.serviceId()).orElseGet(() -> open(scope, last, numbers));
        var id = UUID.randomUUID();
        findings.add(id, scope, last, numbers, chronic, now);
        outbox.append(new OutboxEvent(
                "repair.chronic.v1",
                "repair.chronic.detected.v1",
                id.toString(),
                last.enterpriseId(),
                last.accountId(),
                1,
                new Detected(
                        last.accountId(),
                        scope.name(),
                        last.serviceId(),
                        last.circuitId(),
                        last.siteName(),
                        numbers,
                        chronic,
                        now)));
    }

    private String open(Scope scope, Closed last, List<String> tickets) {
        var report = reading.find(last.ticketNumber()).orElseThrow().report();
        var where = scope == Scope.CIRCUIT ? "the circuit " + last.circuitId() : "the site " + last.siteName();
        return opening.openChronic(new Report(
                        Kind.CHRONIC,
                        last.serviceId(),
                        last.circuitId(),
                        "Trouble comes back on %s: %s.".formatted(where, String.join(", ", tickets)),
                        report.observedImpact(),
                        null,
                        report.contacts(),
                        Authorisations.NONE,
                        null,
                        null,
                        tickets,
                        report.severity(),
                        report.publicSafety()))
                .ticketNumber();
    }
}

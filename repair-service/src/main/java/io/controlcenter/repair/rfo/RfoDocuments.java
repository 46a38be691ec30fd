package io.controlcenter.repair.rfo;

import io.controlcenter.platform.documents.Pdf;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.Pause;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the document of an RFO as HTML and as PDF, the same in both. All times in UTC. */
@Component
class RfoDocuments {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);
    private final TemplateEngine templates = new TemplateEngine();
    private final ReadingTickets reading;

    RfoDocuments(ReadingTickets reading) {
        this.reading = reading;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    /** One line of the course of events. */
    record Moment(String at, String text) {}

    /** @param value what is not known has no line */
    record Fact(String label, String value) {}

    RfoRequests.Document write(RfoRequest request, TicketSnapshot ticket) {
        var context = new Context(Locale.US);
        context.setVariable("rfo", request);
        context.setVariable("finding", request.finding());
        context.setVariable("delivered", moment(Objects.requireNonNull(request.deliveredAt())));
        context.setVariable("facts", facts(request, ticket));
        context.setVariable("course", course(ticket));
        var html = templates.process("rfo/document.html", context);
        return new RfoRequests.Document(html, Pdf.of(html));
    }

    private static List<Fact> facts(RfoRequest request, TicketSnapshot ticket) {
        var restored = Objects.requireNonNull(ticket.clock().restoredAt());
        var cause = Objects.requireNonNull(ticket.resolution()).rootCause();
        return List.of(
                new Fact("Ticket", request.ticketNumber()),
                new Fact("Service", request.serviceId()),
                new Fact("Circuit", request.circuitId()),
                new Fact("Account", request.accountId()),
                new Fact("Reported", moment(ticket.openedAt())),
                new Fact("Restored", moment(restored)),
                new Fact("Duration", duration(Duration.between(ticket.openedAt(), restored))),
                new Fact("Waiting for the customer", duration(waited(ticket, restored))),
                new Fact("Root cause", words(cause.code().name())));
    }

    private static Duration waited(TicketSnapshot ticket, Instant restored) {
        return ticket.pauses().stream()
                .filter(pause -> pause.kind() == Pause.Kind.CUSTOMER)
                .map(pause -> Duration.between(pause.from(), Objects.requireNonNullElse(pause.until(), restored)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Without the machine's own states, which say nothing to people. */
    private List<Moment> course(TicketSnapshot ticket) {
        return reading.course(ticket.ticketNumber()).stream()
                .filter(entry -> !entry.text().startsWith("From "))
                .map(entry -> new Moment(
                        moment(entry.at()),
                        entry.kind().equals("RESOLUTION") ? "The service was restored." : entry.text()))
                .toList();
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String duration(Duration taken) {
        var days = taken.toDays() == 0 ? "" : taken.toDays() + " d ";
        return "%s%d h %02d min".formatted(days, taken.toHoursPart(), taken.toMinutesPart());
    }

    private static String words(String code) {
        var lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}

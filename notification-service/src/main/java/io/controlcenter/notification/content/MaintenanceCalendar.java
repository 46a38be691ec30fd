package io.controlcenter.notification.content;

import io.controlcenter.notification.content.domain.MaintenanceFacts;
import io.controlcenter.notification.domain.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a maintenance in a form that the customer's machines read (MAINTNOTE, NANOG BCOP draft 0.1). Without a
 * METHOD, so that no calendar takes it for an invitation.
 */
public final class MaintenanceCalendar {

    private static final String PROVIDER = "control-center.example";
    private static final List<String> WORST_FIRST = List.of("OUTAGE", "DEGRADED", "REDUCED_REDUNDANCY", "NO_IMPACT");

    private MaintenanceCalendar() {}

    /**
     * @param maintenance with the services that the reader may see
     * @param organizer the mail address of the Network Change Management Team
     */
    public static String of(
            Kind kind, MaintenanceFacts maintenance, @Nullable String enterpriseId, Instant at, String organizer) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Control Center//Maintenance//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        for (var window : maintenance.windows()) {
            calendar.add(event(kind, maintenance, window, Objects.requireNonNullElse(enterpriseId, ""), at, organizer));
        }
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(
            Kind kind,
            MaintenanceFacts maintenance,
            MaintenanceFacts.Window window,
            String enterpriseId,
            Instant at,
            String organizer) {
        var event = new VEvent(false);
        event.add(new Uid(window.windowId() + "@" + PROVIDER + "/" + enterpriseId));
        event.add(new DtStamp(at));
        event.add(new DtStart<>(window.start()));
        event.add(new DtEnd<>(window.end()));
        event.add(new Summary("Scheduled Maintenance #: " + maintenance.gcrNumber()));
        event.add(new Organizer(URI.create("mailto:" + organizer)));
        event.add(new Sequence(Math.toIntExact(maintenance.sequence())));
        var status = status(kind, window.state());
        event.add(new Status(calendarStatus(status)));
        event.add(new XProperty("X-MAINTNOTE-PROVIDER", PROVIDER));
        event.add(new XProperty("X-MAINTNOTE-ACCOUNT", account(maintenance, enterpriseId)));
        event.add(new XProperty("X-MAINTNOTE-MAINTENANCE-ID", maintenance.gcrNumber()));
        var services = in(window, maintenance);
        services.forEach(service -> event.add(new XProperty("X-MAINTNOTE-OBJECT-ID", service.label())));
        event.add(new XProperty("X-MAINTNOTE-IMPACT", worst(services).replace('_', '-')));
        event.add(new XProperty("X-MAINTNOTE-STATUS", status));
        return event;
    }

    private static List<MaintenanceFacts.Service> in(MaintenanceFacts.Window window, MaintenanceFacts maintenance) {
        var own = maintenance.services().stream()
                .filter(service ->
                        service.windowId() == null || service.windowId().equals(window.windowId()))
                .toList();
        return own.isEmpty() ? maintenance.services() : own;
    }

    /** An impact that nobody named counts as an outage, says the BCOP. */
    private static String worst(List<MaintenanceFacts.Service> services) {
        var impacts = services.stream().map(MaintenanceFacts.Service::impact).toList();
        if (impacts.isEmpty() || impacts.stream().anyMatch(impact -> impact == null || !WORST_FIRST.contains(impact))) {
            return "OUTAGE";
        }
        return WORST_FIRST.stream().filter(impacts::contains).findFirst().orElseThrow();
    }

    private static String account(MaintenanceFacts maintenance, String enterpriseId) {
        var accounts = maintenance.services().stream()
                .map(MaintenanceFacts.Service::accountId)
                .distinct()
                .toList();
        return accounts.size() == 1 ? accounts.getFirst() : enterpriseId;
    }

    /** Each window has its own; the news stand for one whose state was not told. */
    private static String status(Kind kind, @Nullable String state) {
        return switch (Objects.requireNonNullElse(state, "")) {
            case "planned", "tentative", "postponed" -> "TENTATIVE";
            case "scheduled" -> "CONFIRMED";
            case "inProgress" -> "IN-PROCESS";
            case "completed" -> "COMPLETED";
            case "cancelled", "notCompleted", "alternateInvoked" -> "CANCELLED";
            default -> status(kind);
        };
    }

    private static String status(Kind kind) {
        return switch (kind) {
            case MAINT_TENTATIVE, MAINT_POSTPONED -> "TENTATIVE";
            case MAINT_CANCELLED, MAINT_NOT_COMPLETED -> "CANCELLED";
            case MAINT_STARTED, MAINT_EXTENDED -> "IN-PROCESS";
            case MAINT_COMPLETED -> "COMPLETED";
            default -> "CONFIRMED";
        };
    }

    /** A calendar event itself knows three. */
    private static String calendarStatus(String status) {
        return status.equals("TENTATIVE") || status.equals("CANCELLED") ? status : "CONFIRMED";
    }
}

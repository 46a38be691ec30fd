package io.controlcenter.notification.content;

import io.controlcenter.notification.content.domain.MaintenanceFacts;
import io.controlcenter.notification.content.domain.MaintenanceFacts.Window;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
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
 * METHOD, so that no calendar takes it for an invitation. It says what maintenance-service says of the same window over
 * HTTP, to the letter.
 */
public final class MaintenanceCalendar {

    private static final List<String> WORST_FIRST = List.of("OUTAGE", "DEGRADED", "REDUCED_REDUNDANCY", "NO_IMPACT");
    private static final String OFF = "CANCELLED";

    private MaintenanceCalendar() {}

    /**
     * @param maintenance with the services that the reader may see
     * @param at when it is told, where the log does not say it
     */
    public static String of(
            MaintenanceFacts maintenance, @Nullable String enterpriseId, Instant at, CalendarSettings settings) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Control Center//Maintenance//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        var stamp = maintenance.updates().stream()
                .map(MaintenanceFacts.Update::at)
                .max(Instant::compareTo)
                .orElse(at);
        maintenance.windows().stream()
                .sorted(java.util.Comparator.comparing(Window::start))
                .map(window ->
                        event(maintenance, window, Objects.requireNonNullElse(enterpriseId, ""), stamp, settings))
                .forEach(calendar::add);
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(
            MaintenanceFacts maintenance,
            Window window,
            String enterpriseId,
            Instant stamp,
            CalendarSettings settings) {
        var event = new VEvent(false);
        var id = window.windowId();
        event.add(new Uid("%s@%s/%s".formatted(id, settings.calendarDomain(), enterpriseId)));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(window.start()));
        event.add(new DtEnd<>(window.end()));
        event.add(new Summary("Scheduled Maintenance Window #: " + id
                + (maintenance.title() == null ? "" : " - " + maintenance.title())));
        if (maintenance.reason() != null) {
            event.add(new Description(maintenance.reason()));
        }
        if (!maintenance.locations().isEmpty()) {
            event.add(new Location(places(maintenance.locations())));
        }
        event.add(new Organizer(URI.create("mailto:" + settings.organizer())));
        event.add(new Sequence(Math.toIntExact(maintenance.sequence())));
        var status = status(maintenance, window);
        event.add(new Status(calendarStatus(status)));
        event.add(new XProperty("X-MAINTNOTE-PROVIDER", settings.provider()));
        var services = services(maintenance, window);
        event.add(new XProperty("X-MAINTNOTE-ACCOUNT", account(services, enterpriseId)));
        event.add(new XProperty("X-MAINTNOTE-MAINTENANCE-ID", maintenance.gcrNumber()));
        services.stream()
                .map(MaintenanceFacts.Service::label)
                .distinct()
                .sorted()
                .forEach(circuit -> event.add(new XProperty("X-MAINTNOTE-OBJECT-ID", circuit)));
        event.add(new XProperty("X-MAINTNOTE-IMPACT", worst(services).replace('_', '-')));
        event.add(new XProperty("X-MAINTNOTE-STATUS", status));
        return event;
    }

    private static String places(List<MaintenanceFacts.Location> locations) {
        return locations.stream()
                .map(place -> Stream.of(place.city(), place.state(), place.country())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static boolean isOff(MaintenanceFacts.Service service) {
        return OFF.equals(service.outcome());
    }

    /** Those in the window; a reserve has none of its own, and stands for all. */
    private static List<MaintenanceFacts.Service> own(MaintenanceFacts maintenance, Window window) {
        return maintenance.services().stream()
                .filter(service -> window.windowId().equals(service.windowId()))
                .toList();
    }

    /** Those that count: a service that is off counts only where all are. */
    private static List<MaintenanceFacts.Service> services(MaintenanceFacts maintenance, Window window) {
        var own = own(maintenance, window);
        var mine = own.isEmpty() ? maintenance.services() : own;
        var on = mine.stream().filter(service -> !isOff(service)).toList();
        return on.isEmpty() ? mine : on;
    }

    /** An impact that nobody named counts as an outage, says the BCOP. */
    private static String worst(List<MaintenanceFacts.Service> services) {
        var impacts = services.stream().map(MaintenanceFacts.Service::impact).toList();
        if (impacts.isEmpty() || impacts.stream().anyMatch(impact -> impact == null || !WORST_FIRST.contains(impact))) {
            return "OUTAGE";
        }
        return WORST_FIRST.stream().filter(impacts::contains).findFirst().orElseThrow();
    }

    /** The billing account where there is one, the enterprise where there are several. */
    private static String account(List<MaintenanceFacts.Service> services, String enterpriseId) {
        var accounts = services.stream()
                .map(MaintenanceFacts.Service::accountId)
                .distinct()
                .toList();
        return accounts.size() == 1 ? accounts.getFirst() : enterpriseId;
    }

    /** Of a window that does not concern the reader any more, or never did, it is none. */
    private static String status(MaintenanceFacts maintenance, Window window) {
        var state = Objects.requireNonNullElse(window.state(), "scheduled");
        var own = own(maintenance, window);
        var off = own.isEmpty()
                ? !state.equals("planned") || maintenance.services().stream().allMatch(MaintenanceCalendar::isOff)
                : own.stream().allMatch(MaintenanceCalendar::isOff);
        if (off) {
            return OFF;
        }
        return switch (state) {
            case "planned", "tentative", "postponed" -> "TENTATIVE";
            case "inProgress" -> "IN-PROCESS";
            case "completed" -> "COMPLETED";
            case "cancelled", "notCompleted", "alternateInvoked" -> OFF;
            default -> "CONFIRMED";
        };
    }

    /** A calendar event itself knows three. */
    private static String calendarStatus(String status) {
        return status.equals("TENTATIVE") || status.equals(OFF) ? status : "CONFIRMED";
    }
}

package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A maintenance notice with everything that a network operator looks for (handbook S43). */
final class MaintenanceNotice {

    /** A mail with more rows is read by nobody, and sent by no server. */
    private static final int MOST_SERVICES = 200;

    private MaintenanceNotice() {}

    static Notice of(Kind kind, MaintenanceFacts gcr, Reader reader, Portal portal) {
        var subject = "%sScheduled Maintenance #: %s – %s"
                .formatted(gcr.isEmergency() ? "Emergency " : "", gcr.gcrNumber(), news(kind));
        var draft = new NoticeDraft(
                        subject, gcr.isEmergency() ? "Emergency maintenance" : "Scheduled maintenance", tone(kind, gcr))
                .say(Words.hello(reader.name()))
                .say(sentence(kind))
                .say(gcr.title())
                .fact("Scheduled Maintenance #", gcr.gcrNumber())
                .fact("Designation", gcr.designation())
                .fact("Status", Words.of(gcr.state()))
                .fact("Customer", reader.enterprise())
                .fact("Reason", gcr.reason())
                .fact("Location", places(gcr));
        draft.table("Maintenance windows", List.of("Window", "GMT", "Local time", "Status"), windows(gcr, reader));
        draft.table("Affected services", List.of("Circuit", "Locations", "Impact", "Window", "Outcome"), services(gcr));
        if (gcr.services().size() > MOST_SERVICES) {
            draft.fact(
                    "Affected services",
                    "%d; the first %d are listed below, all of them in the attached calendar and on the maintenance page"
                            .formatted(gcr.services().size(), MOST_SERVICES));
        }
        gcr.updates().stream()
                .sorted(Comparator.comparing(MaintenanceFacts.Update::at).reversed())
                .forEach(update -> draft.logged(Words.gmt(update.at()), update.text()));
        return draft.action("View the maintenance", portal.maintenance(gcr.gcrNumber()))
                .action("Open a repair ticket", portal.newTicket())
                .footnote("Questions? Reply to this e-mail or ask the Network Change Management Team from the "
                        + "maintenance page, and name Scheduled Maintenance # " + gcr.gcrNumber()
                        + ". The attached calendar file holds the windows.")
                .headed(
                        news(kind) + ": " + (gcr.isEmergency() ? "emergency " : "") + "maintenance " + gcr.gcrNumber(),
                        summary(gcr, reader));
    }

    private static String news(Kind kind) {
        return switch (kind) {
            case MAINT_TENTATIVE -> "Tentative";
            case MAINT_RESCHEDULED -> "Rescheduled";
            case MAINT_POSTPONED -> "Postponed";
            case MAINT_CANCELLED -> "Cancelled";
            case MAINT_REMINDER -> "Reminder";
            case MAINT_STARTED -> "Started";
            case MAINT_EXTENDED -> "Extended";
            case MAINT_COMPLETED -> "Completed";
            case MAINT_NOT_COMPLETED -> "Not completed";
            case MAINT_ALTERNATE -> "Alternate window";
            default -> "Scheduled";
        };
    }

    private static String sentence(Kind kind) {
        return switch (kind) {
            case MAINT_TENTATIVE ->
                "We plan maintenance on the network that affects your services. It is not confirmed yet.";
            case MAINT_EMERGENCY -> "We have to do emergency work on the network that affects your services.";
            case MAINT_RESCHEDULED -> "The scheduled maintenance has a new time.";
            case MAINT_POSTPONED -> "The scheduled maintenance is put off. An updated notification will be sent.";
            case MAINT_CANCELLED -> "The scheduled maintenance has been cancelled.";
            case MAINT_REMINDER -> "The scheduled maintenance is near.";
            case MAINT_STARTED -> "The scheduled maintenance work has begun.";
            case MAINT_EXTENDED -> "The scheduled maintenance takes longer than its window; we are still working.";
            case MAINT_COMPLETED -> "The scheduled maintenance has been completed.";
            case MAINT_NOT_COMPLETED -> "The scheduled maintenance could not be completed.";
            case MAINT_ALTERNATE -> "The work could not be finished and goes on in the alternate window.";
            default -> "We will do maintenance on the network that affects your services.";
        };
    }

    private static Notice.Tone tone(Kind kind, MaintenanceFacts gcr) {
        if (kind == Kind.MAINT_COMPLETED || kind == Kind.MAINT_CANCELLED) {
            return Notice.Tone.GOOD;
        }
        return gcr.isEmergency() || kind == Kind.MAINT_EXTENDED ? Notice.Tone.URGENT : Notice.Tone.CALM;
    }

    private static String places(MaintenanceFacts gcr) {
        return gcr.locations().stream()
                .map(place -> Stream.of(place.city(), place.state(), place.country())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static List<List<String>> windows(MaintenanceFacts gcr, Reader reader) {
        return gcr.windows().stream()
                .map(window -> List.of(
                        window.windowId()
                                + (window.kind() == null
                                        ? ""
                                        : " (" + window.kind().toLowerCase(Locale.ROOT) + ")"),
                        Words.gmt(window.start(), window.end()),
                        local(window, reader),
                        Words.of(window.state())))
                .toList();
    }

    /** In the reader's zone, and where the work is done if that is another one. */
    private static String local(MaintenanceFacts.Window window, Reader reader) {
        var own = Words.local(window.start(), window.end(), reader.zone());
        var site = zone(window.timeZone());
        return site == null || site.equals(reader.zone())
                ? own
                : own + "\nOn site: " + Words.local(window.start(), window.end(), site);
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static List<List<String>> services(MaintenanceFacts gcr) {
        return gcr.services().stream()
                .limit(MOST_SERVICES)
                .map(service -> List.of(
                        lines(
                                service.label(),
                                labelled("Alt", service.altCircuitId()),
                                service.bandwidth(),
                                labelled("Order", service.orderNumber())),
                        lines(labelled("A", service.aLocation()), labelled("Z", service.zLocation())),
                        lines(
                                Words.of(service.impact()),
                                labelled("at most", Words.duration(service.maxDurationMinutes()))),
                        service.windowId() == null ? "" : service.windowId(),
                        Words.of(service.outcome())))
                .toList();
    }

    private static @Nullable String labelled(String label, @Nullable String value) {
        return value == null || value.isBlank() ? null : label + " " + value;
    }

    /** What is known, each on a line of its own. */
    private static String lines(@Nullable String... values) {
        return Stream.of(values)
                .filter(value -> value != null && !value.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** The windows that count: those that are over or put off only where there is no other. */
    private static List<MaintenanceFacts.Window> ahead(MaintenanceFacts gcr) {
        var open =
                gcr.windows().stream().filter(MaintenanceFacts.Window::isAhead).toList();
        return open.isEmpty() ? gcr.windows() : open;
    }

    private static String summary(MaintenanceFacts gcr, Reader reader) {
        var many = gcr.services().stream()
                .map(MaintenanceFacts.Service::serviceId)
                .distinct()
                .count();
        var what = many == 1 ? "1 of your services" : many + " of your services";
        return ahead(gcr).stream()
                .min(Comparator.comparing(MaintenanceFacts.Window::start))
                .map(first -> "%s, from %s.".formatted(what, Words.moment(first.start(), reader.zone())))
                .orElse(what + ".");
    }
}

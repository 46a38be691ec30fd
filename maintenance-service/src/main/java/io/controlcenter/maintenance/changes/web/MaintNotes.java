package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.Impacts;
import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.Window;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
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
import org.springframework.stereotype.Component;

/**
 * A GCR as a calendar for one enterprise (MAINTNOTE, NANOG BCOP draft 0.1): an event for each window that hits it. The
 * UID of a window never changes, whatever happens to it, so that calendars update it instead of showing it twice.
 */
@Component
class MaintNotes {

    private final MaintenanceSettings settings;

    MaintNotes(MaintenanceSettings settings) {
        this.settings = settings;
    }

    /** @param services the enterprise's own, and nobody else's */
    String calendar(GcrSnapshot gcr, String enterpriseId, List<Impacts.Line> services) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Control Center//Maintenance//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        var byWindow = services.stream().collect(Collectors.groupingBy(Impacts.Line::window));
        gcr.windows().stream()
                .filter(window -> byWindow.containsKey(window.number()))
                .map(window -> event(gcr, window, enterpriseId, Objects.requireNonNull(byWindow.get(window.number()))))
                .forEach(calendar::add);
        return text(calendar);
    }

    private VEvent event(GcrSnapshot gcr, Window window, String enterpriseId, List<Impacts.Line> services) {
        var event = new VEvent(false);
        var windowId = gcr.number().windowId(window.number());
        event.add(new Uid("%s@%s/%s".formatted(windowId, settings.calendarDomain(), enterpriseId)));
        event.add(new DtStamp(Objects.requireNonNull(gcr.noticedAt())));
        event.add(new DtStart<Instant>(window.start()));
        event.add(new DtEnd<Instant>(window.end()));
        event.add(new Summary("%s: %s".formatted(windowId, gcr.work().title())));
        if (gcr.work().description() != null) {
            event.add(new Description(gcr.work().description()));
        }
        event.add(new Organizer(URI.create("mailto:" + settings.organizer())));
        event.add(new Sequence(gcr.publishedSequence()));
        event.add(new XProperty("X-MAINTNOTE-PROVIDER", settings.provider()));
        event.add(new XProperty("X-MAINTNOTE-ACCOUNT", enterpriseId));
        event.add(new XProperty("X-MAINTNOTE-MAINTENANCE-ID", gcr.number().digits()));
        services.stream()
                .map(Impacts.Line::circuitId)
                .distinct()
                .forEach(circuit -> event.add(new XProperty("X-MAINTNOTE-OBJECT-ID", circuit)));
        event.add(new XProperty("X-MAINTNOTE-IMPACT", worst(services)));
        status(event, window.state());
        return event;
    }

    private static String worst(Collection<Impacts.Line> services) {
        return services.stream()
                .map(Impacts.Line::impact)
                .max(Comparator.naturalOrder())
                .orElse(Impact.OUTAGE)
                .name()
                .replace('_', '-');
    }

    /** The calendar's own STATUS knows three words; MAINTNOTE has five. */
    private static void status(VEvent event, GcrState state) {
        var status =
                switch (state) {
                    case PLANNED, TENTATIVE, POSTPONED -> "TENTATIVE";
                    case SCHEDULED -> "CONFIRMED";
                    case IN_PROGRESS -> "IN-PROCESS";
                    case COMPLETED -> "COMPLETED";
                    case NOT_COMPLETED, CANCELLED, ALTERNATE_INVOKED -> "CANCELLED";
                };
        event.add(new XProperty("X-MAINTNOTE-STATUS", status));
        event.add(new Status(
                switch (status) {
                    case "IN-PROCESS", "COMPLETED" -> "CONFIRMED";
                    default -> status;
                }));
    }

    private static String text(Calendar calendar) {
        try (var out = new StringWriter()) {
            // its validation knows no MAINTNOTE
            new CalendarOutputter(false).output(calendar, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

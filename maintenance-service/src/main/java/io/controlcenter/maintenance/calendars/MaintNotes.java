package io.controlcenter.maintenance.calendars;

import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.maintenance.changes.domain.Location;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Windows as a calendar for one enterprise (MAINTNOTE, NANOG BCOP draft 0.1), without a METHOD, so that no calendar takes
 * it for an invitation. The UID of a window never changes, whatever happens to it, so that calendars update it instead of
 * showing it twice.
 */
@Component
class MaintNotes {

    private final MaintenanceSettings settings;

    MaintNotes(MaintenanceSettings settings) {
        this.settings = settings;
    }

    String calendar(List<CalendarEntry> entries, String enterpriseId) {
        return text(entries, enterpriseId, Stream.of());
    }

    /** One that calendars subscribe to: it has a name, and says how often it is worth a look. */
    String feed(List<CalendarEntry> entries, String enterpriseId, String name) {
        var every = settings.feedRefresh().toString();
        return text(
                entries,
                enterpriseId,
                Stream.of(
                        new XProperty("X-WR-CALNAME", name),
                        new XProperty("REFRESH-INTERVAL;VALUE=DURATION", every),
                        new XProperty("X-PUBLISHED-TTL", every)));
    }

    private String text(List<CalendarEntry> entries, String enterpriseId, Stream<XProperty> more) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Control Center//Maintenance//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        more.forEach(calendar::add);
        entries.forEach(entry -> calendar.add(event(entry, enterpriseId)));
        if (entries.isEmpty()) {
            calendar.add(utc());
        }
        try (var out = new StringWriter()) {
            // its validation knows no MAINTNOTE
            new CalendarOutputter(false).output(calendar, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A calendar has one component at least (RFC 5545, 3.6), also while there is nothing to show. */
    private static VTimeZone utc() {
        var standard = new Standard();
        standard.add(new DtStart<>(LocalDateTime.of(1970, 1, 1, 0, 0)));
        standard.add(new TzOffsetFrom(ZoneOffset.UTC));
        standard.add(new TzOffsetTo(ZoneOffset.UTC));
        var zone = new VTimeZone();
        zone.add(new TzId("Etc/UTC"));
        zone.add(standard);
        return zone;
    }

    private VEvent event(CalendarEntry entry, String enterpriseId) {
        var event = new VEvent(false);
        var id = entry.windowId();
        event.add(new Uid("%s@%s/%s".formatted(id, settings.calendarDomain(), enterpriseId)));
        event.add(new DtStamp(entry.stampedAt()));
        event.add(new DtStart<Instant>(entry.start()));
        event.add(new DtEnd<Instant>(entry.end()));
        event.add(new Summary("Scheduled Maintenance Window #: %s - %s".formatted(id, entry.title())));
        if (entry.reason() != null) {
            event.add(new Description(entry.reason()));
        }
        if (!entry.locations().isEmpty()) {
            event.add(new net.fortuna.ical4j.model.property.Location(places(entry.locations())));
        }
        event.add(new Organizer(URI.create("mailto:" + settings.organizer())));
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(status(entry.status())));
        event.add(new XProperty("X-MAINTNOTE-PROVIDER", settings.provider()));
        event.add(new XProperty("X-MAINTNOTE-ACCOUNT", entry.account(enterpriseId)));
        event.add(new XProperty("X-MAINTNOTE-MAINTENANCE-ID", entry.gcrNumber()));
        entry.circuits().forEach(circuit -> event.add(new XProperty("X-MAINTNOTE-OBJECT-ID", circuit)));
        event.add(new XProperty("X-MAINTNOTE-IMPACT", entry.worst().name().replace('_', '-')));
        event.add(new XProperty("X-MAINTNOTE-STATUS", entry.status()));
        return event;
    }

    private static String places(List<Location> locations) {
        return locations.stream()
                .map(place ->
                        Stream.of(place.city(), place.state(), place.country()).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** A calendar's own STATUS knows three words; MAINTNOTE has five. */
    private static String status(String maintNote) {
        return switch (maintNote) {
            case "TENTATIVE", "CANCELLED" -> maintNote;
            default -> "CONFIRMED";
        };
    }
}
